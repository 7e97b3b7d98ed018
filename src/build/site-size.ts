import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#cache/list-files.ts';

/** A file and its size. */
export interface FileSize {
  /** Path from the root of the site: `kk/index.html`. */
  readonly file: string;
  readonly bytes: number;
}

/** The size of a site: number of files, bytes in all, and its largest pages. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** The ten largest pages, the largest first. */
  readonly largestPages: readonly FileSize[];
}

/** The size of a finished site on the disk. */
export function sizeOf(folder: string): SiteSize {
  const files = listFiles(folder).map((file) => ({
    file,
    bytes: statSync(join(folder, file)).size,
  }));
  const pages = files.filter(({ file }) => file.endsWith('.html'));
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    largestPages: pages
      .sort((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1))
      .slice(0, 10),
  };
}
