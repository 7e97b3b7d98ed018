import type { Site } from '#site/model.ts';
import type { FeedDocument } from './feed-document.ts';
import type { Page } from './read-page.ts';

export type { Page };

/** A finished site, as rules see it. */
export interface SiteOutput {
  readonly pages: readonly Page[];
  /** By path; in place of one that no program could read, what is wrong with it, in a word. */
  readonly feeds: ReadonlyMap<string, FeedDocument | string>;
  /** The length of every file in bytes, by its path from the site's root. */
  readonly files: ReadonlyMap<string, number>;
  /** Reads what a file says once more: for the few rules that cannot do with what is known of it. */
  text(file: string): string;
  /**
   * Where an address written on a page leads: a page of the site, another file of it, away from it, or nowhere.
   * @param from the path of the page it is written on
   */
  resolve(address: string, from: string): LinkTarget;
}

export type LinkTarget =
  | { readonly to: 'page'; readonly page: Page; readonly fragment: string }
  | { readonly to: 'file'; readonly file: string }
  | { readonly to: 'elsewhere' | 'nothing' };

export function makeOutput(
  read: Omit<SiteOutput, 'resolve'>,
  { origin, base }: Pick<Site, 'origin' | 'base'>,
): SiteOutput {
  const { pages, files } = read;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Map<string, LinkTarget>();
  const find = (address: string, from: string): LinkTarget => {
    const url = URL.parse(address, `${origin}${base.slice(0, -1)}${from}`);
    if (!url) return { to: 'nothing' };
    if (url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return { to: 'elsewhere' };
    const path = decodedPath(url.pathname.slice(base.length - 1)) || '/';
    const page = byPath.get(path);
    if (page) return { to: 'page', page, fragment: decodedPath(url.hash.slice(1)) };
    return files.has(path) ? { to: 'file', file: path } : { to: 'nothing' };
  };
  return {
    ...read,
    resolve(address, from) {
      // Wherever they are written, these lead to the same place; most of them stand on every page.
      if (!/^(?:\/|[a-z][a-z\d+.-]*:\/\/)/iu.test(address)) return find(address, from);
      let found = known.get(address);
      if (!found) known.set(address, (found = find(address, from)));
      return found;
    },
  };
}

/** An address as people write it; one that is wrongly encoded stays as it is. */
export function decodedPath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // A URIError: a `%` that begins nothing.
  }
}
