import type { Snapshot } from '#snapshot/snapshot.ts';
import { decodedPath, noticeAddress } from '#site/removed-address.ts';
import { underBase } from '#site/urls.ts';

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
  /**
   * Maps each address of a removed announcement to its notice. Only rules that no reader can read may contain them: the
   * address may have a name in it.
   */
  readonly gone: ReadonlyMap<string, string>;
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
    gone: new Map(
      removed.flatMap(({ addresses }) =>
        addresses.map(({ locale, address }) => [
          under(address),
          under(noticeAddress(locale, address)),
        ]),
      ),
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

/** The rules without old and removed addresses, which differ from release to release. */
export function withoutAddresses(rules: ServerRules): ServerRules {
  return { ...rules, moved: new Map(), gone: new Map() };
}

/**
 * The addresses alone, as data: a line each of its kind, the address and the address to send instead, with tabs between
 * them. A server whose rules belong to root takes nothing else over from a release (`deploy/jarshy-addresses`).
 */
export function writeAddresses({ moved, gone }: ServerRules): string {
  const lines = [
    ...[...moved].map(([from, to]) => ['moved', from, encodedPath(to)]),
    ...[...gone].map(([from, notice]) => ['gone', from, encodedPath(`${notice}index.html`)]),
  ];
  return lines.map((parts) => `${parts.join('\t')}\n`).join('');
}
