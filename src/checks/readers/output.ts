import type { Site } from '#site/model.ts';
import type { FeedDocument } from './feed.ts';
import type { Page } from './page.ts';

export type { Page };

/** A finished site, as rules see it. */
export interface Output {
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
  resolve(address: string, from: string): Destination;
}

export type Destination =
  | { readonly to: 'page'; readonly page: Page; readonly fragment: string }
  | { readonly to: 'file'; readonly file: string }
  | { readonly to: 'elsewhere' | 'nothing' };

export function makeOutput(
  read: Omit<Output, 'resolve'>,
  { origin, base }: Pick<Site, 'origin' | 'base'>,
): Output {
  const { pages, files } = read;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Map<string, Destination>();
  const find = (address: string, from: string): Destination => {
    const url = URL.parse(address, `${origin}${base.slice(0, -1)}${from}`);
    if (!url) return { to: 'nothing' };
    if (url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return { to: 'elsewhere' };
    const path = decoded(url.pathname.slice(base.length - 1)) || '/';
    const page = byPath.get(path);
    if (page) return { to: 'page', page, fragment: decoded(url.hash.slice(1)) };
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
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // A URIError: a `%` that begins nothing.
  }
}
