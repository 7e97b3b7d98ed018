import type { Snapshot } from '#snapshot/snapshot.ts';
import { underBase, urls } from '#site/urls.ts';

/**
 * What a server must know of a site besides `headers.ts`, whatever its kind. Paths are under the base and decoded.
 * The rest goes without saying for all of them: a file at its path, `index.html` for a folder, and for a folder
 * without its slash a redirect.
 */
export interface ServerRules {
  /** The path of the site's address: `/` or `/press/`. */
  readonly base: string;
  /** The absolute address of the site. */
  readonly url: string;
  /** Old addresses and where they lead now, for ever. */
  readonly moved: ReadonlyMap<string, string>;
  /** Folders of which nothing is left but the page that says why. */
  readonly gone: readonly string[];
}

/** The status with which an old address leads on: for ever, and every program knows it. */
export const movedStatus = 301;

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

/** A path as it stands in a request line: what is no plain letter, digit or mark of an address is encoded. */
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

/** People write addresses either way. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A URIError: a percent sign of the name's own.
  }
}
