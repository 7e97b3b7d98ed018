import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { inject } from 'vitest';
import type { BuiltName } from './build-all.ts';
import { type Page, readPage } from './page.ts';

/** A finished site, for a test to read. */
export interface Site {
  readonly folder: string;
  /** Every file, as a sorted path from the site's root: `/kk/index.html`. */
  readonly files: readonly string[];
  bytes(file: string): Buffer;
  text(file: string): string;
  /** The page at an address below the base: `/kk/archive/`. */
  page(address: string): Page;
  /** Every page except redirect pages. */
  readonly pages: readonly Page[];
}

const known = new Map<string, Site>();

/** One of the sites that were built before the tests started. */
export function builtSite(name: BuiltName): Site {
  const folder = join(inject('sites'), name);
  const site = known.get(folder) ?? openSite(folder);
  known.set(folder, site);
  return site;
}

export function openSite(folder: string): Site {
  const files = filesIn(folder);
  const bytes = (file: string) => readFileSync(join(folder, file));
  const text = (file: string) => bytes(file).toString('utf8');
  const pages = new Map<string, Page>();
  const page = (address: string): Page => {
    const read =
      pages.get(address) ??
      readPage(address, text(address.endsWith('/') ? `${address}index.html` : address));
    pages.set(address, read);
    return read;
  };
  return {
    folder,
    files,
    bytes,
    text,
    page,
    get pages() {
      // The search engine's folder contains no page of ours.
      const addresses = files
        .filter((file) => file.endsWith('.html') && !file.startsWith('/_'))
        .map((file) => file.replace(/index\.html$/u, ''));
      return addresses
        .map(page)
        .filter((each) => each.all('meta', { httpEquiv: 'refresh' }).length === 0);
    },
  };
}

/** Every file of a folder, as a sorted path from its root. */
export function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => `/${file}`)
    .sort();
}

/**
 * The files whose name or bytes contain a text. Compressed files, such as the search index, are decompressed first. A
 * match in a compressed copy is reported for the original file.
 */
export function filesWith(site: Site, needle: string): string[] {
  const found = site.files.filter((file) => {
    const bytes = site.bytes(file);
    const plain = file.endsWith('.br')
      ? brotliDecompressSync(bytes)
      : bytes[0] === 0x1f && bytes[1] === 0x8b
        ? gunzipSync(bytes)
        : bytes;
    return file.includes(needle) || plain.includes(needle);
  });
  return [...new Set(found.map((file) => file.replace(/\.(?:br|gz)$/u, '')))];
}
