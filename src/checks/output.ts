import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCode } from '#lang/sort.ts';
import type { Site } from '#site/model.ts';
import { type Page, readPage } from './page.ts';

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
  /** Every file, from the site's root. */
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

/**
 * Reads a finished site from its folder, each file once.
 * @param look called with each file while it is at hand
 */
export function readOutput(folder: string, site: Pick<Site, 'origin' | 'base'>, look: (file: OutputFile) => void = () => {}): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .sort(byCode);
  const pages: Page[] = [];
  const sizes = new Map<string, number>();
  for (const path of files) {
    const file = outputFile(path, readFileSync(join(folder, path)));
    sizes.set(path, file.bytes.length);
    look(file);
    // The search engine's own folder holds no page of ours.
    if (path.endsWith('.html') && !path.startsWith('/_')) pages.push(readPage(path.replace(/index\.html$/u, ''), file.text()));
  }
  return makeOutput(pages, files, site, { text: (file) => readFileSync(join(folder, file), 'utf8'), size: (file) => sizes.get(file)! });
}

export function outputFile(path: string, bytes: Buffer): OutputFile {
  let text: string | undefined;
  return { path, bytes, text: () => (text ??= bytes.toString('utf8')) };
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
      const path = decoded(url.pathname.slice(base.length - 1)) || '/';
      const page = byPath.get(path);
      if (page) return { to: 'page', page, fragment: decoded(url.hash.slice(1)) };
      return known.has(path) ? { to: 'file', file: path } : { to: 'nothing' };
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
