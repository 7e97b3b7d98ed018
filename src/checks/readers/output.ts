import type { Site } from '#site/model.ts';
import type { FeedDocument } from './feed-document.ts';
import type { Page } from './read-page.ts';

export type { Page };

/** A finished site, as the rules see it. */
export interface SiteOutput {
  readonly pages: readonly Page[];
  /** Feeds by path. For a feed that no program could parse, a short description of the fault. */
  readonly feeds: ReadonlyMap<string, FeedDocument | string>;
  /** The length of every file in bytes, by its path from the site's root. */
  readonly files: ReadonlyMap<string, number>;
  /** Reads a file again, for the few rules that need more than the facts in `pages` and `feeds`. */
  text(file: string): string;
  /**
   * Finds where an address on a page leads: to a page of the site, to another file of the site, to another site, or
   * nowhere.
   * @param from the path of the page that contains the address
   */
  resolve(address: string, from: string): LinkTarget;
  /** The whole address that is meant on a page; an address that no browser can read is as it was written. */
  absolute(address: string, from: string): string;
}

/** Where an address leads. */
export type LinkTarget =
  | { readonly to: 'page'; readonly page: Page; readonly fragment: string }
  | { readonly to: 'file'; readonly file: string }
  | { readonly to: 'elsewhere' | 'nothing' };

/** Adds the reading of addresses to the facts of a finished site. */
export function makeOutput(
  read: Omit<SiteOutput, 'resolve' | 'absolute'>,
  { origin, base }: Pick<Site, 'origin' | 'base'>,
): SiteOutput {
  const { pages, files } = read;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Map<string, LinkTarget>();
  const parse = (address: string, from: string) =>
    URL.parse(address, `${origin}${base.slice(0, -1)}${from}`);
  const find = (address: string, from: string): LinkTarget => {
    const url = parse(address, from);
    if (!url) return { to: 'nothing' };
    if (url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return { to: 'elsewhere' };
    const path = decodedPath(url.pathname.slice(base.length - 1)) || '/';
    const page = byPath.get(path);
    if (page) return { to: 'page', page, fragment: decodedPath(url.hash.slice(1)) };
    return files.has(path) ? { to: 'file', file: path } : { to: 'nothing' };
  };
  return {
    ...read,
    absolute: (address, from) => parse(address, from)?.href ?? address,
    resolve(address, from) {
      // Such an address leads to the same place from every page, and most of them occur on every page.
      if (!/^(?:\/|[a-z][a-z\d+.-]*:\/\/)/iu.test(address)) return find(address, from);
      let found = known.get(address);
      if (!found) known.set(address, (found = find(address, from)));
      return found;
    },
  };
}

/** Decodes a percent-encoded address. An address with invalid encoding is returned unchanged. */
export function decodedPath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // URIError: a `%` that is not followed by a valid sequence.
  }
}
