import type { Snapshot } from '#snapshot/snapshot.ts';
import { underBase, urls } from '#site/urls.ts';

/**
 * What a server of any kind must know about a site, in addition to `headers.ts`. Paths are under the base and
 * decoded. The rest is default behaviour of all servers: a file at its path, `index.html` for a folder, and a
 * redirect for a folder without its slash.
 */
export interface ServerRules {
  /** The path of the site's address: `/` or `/press/`. */
  readonly base: string;
  /** The absolute address of the site. */
  readonly url: string;
  /** Maps each old address to its permanent new one. */
  readonly moved: ReadonlyMap<string, string>;
  /** Folders of removed announcements, which contain only the page that gives the reason. */
  readonly gone: readonly string[];
}

/** The status of redirects from old addresses: permanent, and supported by every program. */
export const movedStatus = 301;

/** Collects the server rules of a site. */
export function serverRules({ model }: Pick<Snapshot, 'model'>): ServerRules {
  const { site, moved, removed } = model;
  const under = (path: string) => decodedPath(underBase(site, path));
  return {
    base: decodedPath(site.base),
    url: `${site.origin}${site.base}`,
    moved: new Map([...moved].map(([from, to]) => [under(from), under(to)])),
    gone: removed.flatMap(({ id, reasons }) =>
      Object.keys(reasons).map((locale) => under(urls.announcement(locale, id))),
    ),
  };
}

/**
 * Encodes a path as in an HTTP request line: percent-encodes all characters that an address cannot contain
 * literally.
 */
export function encodedPath(path: string): string {
  return path
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replaceAll(
        /[!'()*]/gu,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}

/** Decodes an address, because people write addresses both encoded and decoded. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A URIError: the percent sign is part of the name.
  }
}

/** The rules without old and removed addresses, which differ from release to release. */
export function withoutAddresses(rules: ServerRules): ServerRules {
  return { ...rules, moved: new Map(), gone: [] };
}

/**
 * The addresses alone, as data: a line each of its kind, the address and the address to send instead, with tabs between
 * them. A server whose rules belong to root takes nothing else over from a release (`deploy/jarshy-addresses`).
 */
export function writeAddresses({ moved, gone }: ServerRules): string {
  const lines = [
    ...[...moved].map(([from, to]) => ['moved', from, encodedPath(to)]),
    ...gone.map((folder) => ['gone', folder, encodedPath(`${folder}index.html`)]),
  ];
  return lines.map((parts) => `${parts.join('\t')}\n`).join('');
}
