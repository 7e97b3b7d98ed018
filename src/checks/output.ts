import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCode } from '#lang/sort.ts';
import type { Site } from '#site/model.ts';
import { type Page, readPage } from './page.ts';

export type { Page };

/** A finished site, as rules see it. */
export interface Output {
  readonly pages: readonly Page[];
  /** Every file, from the site's root: `/kk/index.html`. */
  readonly files: readonly string[];
  /** What a file says. */
  text(file: string): string;
  /** How long it is, in bytes. */
  size(file: string): number;
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

/** How the files of a site are read. */
export type Reading = Pick<Output, 'text' | 'size'>;

/** Reads a finished site from its folder. */
export function readOutput(folder: string, site: Pick<Site, 'origin' | 'base'>): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .sort(byCode);
  // The search engine's own folder holds no page of ours.
  const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('/_')).map((file) => readPage(file.replace(/index\.html$/u, ''), readFileSync(join(folder, file), 'utf8')));
  return makeOutput(pages, files, site, { text: (file) => readFileSync(join(folder, file), 'utf8'), size: (file) => statSync(join(folder, file)).size });
}

/** @param files every file, from the site's root: `/kk/index.html` */
export function makeOutput(pages: readonly Page[], files: readonly string[], { origin, base }: Pick<Site, 'origin' | 'base'>, reading: Reading): Output {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Set(files);
  return {
    ...reading,
    pages,
    files,
    resolve(address, from) {
      const url = URL.parse(address, `${origin}${base.slice(0, -1)}${from}`);
      if (!url) return { to: 'nothing' };
      if (url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return { to: 'elsewhere' };
      const path = decodeURIComponent(url.pathname.slice(base.length - 1)) || '/';
      const page = byPath.get(path);
      if (page) return { to: 'page', page, fragment: decodeURIComponent(url.hash.slice(1)) };
      return known.has(path) ? { to: 'file', file: path } : { to: 'nothing' };
    },
  };
}
