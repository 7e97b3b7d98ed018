import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#site/files-below.ts';
import type { Site } from '#site/model.ts';
import { stampOf } from '#site/stamp.ts';
import { type FeedDocument, feedReader, isFeed } from './feed-document.ts';
import { oneOfEach } from './one-of-each.ts';
import { type Page, readPage } from './page.ts';
import type { SeenFile } from './seen.ts';

export type { Page };

/** A file of a finished site, as it lies there. */
export interface OutputFile {
  /** From the site's root: `/kk/index.html`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** The same bytes as text. */
  text(): string;
}

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

export interface Reading {
  /** What an earlier check has seen. */
  readonly seen: ReadonlyMap<string, SeenFile>;
  /** The digest of all that `look` stands on. */
  readonly basis: string;
  /** Told of each file that is not what was found clean before. @returns whether it is clean */
  look(file: OutputFile): boolean;
}

/** Reads a finished site from its folder: of each file that has changed, once what is in it. */
export function readOutput(folder: string, site: Pick<Site, 'origin' | 'base'>, { seen, basis, look }: Reading): { output: Output; seen: Map<string, SeenFile> } {
  const [share, readFeed] = [oneOfEach(), feedReader()];
  const now = new Map<string, SeenFile>();
  for (const name of filesBelow(folder)) {
    const [path, file] = [`/${name}`, join(folder, name)];
    const before = seen.get(path);
    const stamp = stampOf(file)!;
    if (before?.stamp === stamp && before.clean === basis) {
      now.set(path, before);
      continue;
    }
    const found = outputFile(path, readFileSync(file));
    const clean = look(found) ? basis : undefined;
    const page = isPage(path) ? share(readPage(path.replace(/index\.html$/u, ''), found.text())) : undefined;
    const feed = isFeed(path) ? share(readFeed(path, found.text())) : undefined;
    now.set(path, { stamp, clean, page, feed });
  }
  const known = [...now];
  const pages = known.flatMap(([, { page }]) => page ?? []);
  const feeds = new Map(known.flatMap(([path, { feed }]) => (feed === undefined ? [] : [[path, feed]])));
  const files = new Map(known.map(([path, { stamp }]) => [path, Number.parseInt(stamp, 10)]));
  return { output: makeOutput({ pages, feeds, files, text: (path) => readFileSync(join(folder, path), 'utf8') }, site), seen: now };
}

/** The search engine's own folder holds no page of ours. */
function isPage(path: string): boolean {
  return path.endsWith('.html') && !path.startsWith('/_');
}

export function outputFile(path: string, bytes: Buffer): OutputFile {
  let text: string | undefined;
  return { path, bytes, text: () => (text ??= bytes.toString('utf8')) };
}

export function makeOutput(read: Omit<Output, 'resolve'>, { origin, base }: Pick<Site, 'origin' | 'base'>): Output {
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
