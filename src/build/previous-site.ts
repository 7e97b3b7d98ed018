import { join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult, Manifest } from '#cache/manifest.ts';

/** The site that stands already, as far as it can be trusted: a file of it is reused where one with the same key is wanted. */
export interface PreviousSite {
  /** Nothing of it can be used. */
  readonly isEmpty: boolean;
  /** Whether a file has this key and lies there untouched. */
  has(path: string, key: string): boolean;
  /** The files that have this key; none unless all of them lie there untouched. */
  filesWithKey(key: string): string[];
  /** The files below a folder and their keys, if all of them lie there untouched; else none. */
  under(folder: string): ReadonlyMap<string, string | undefined>;
  /** Where a file of it lies, absolute. */
  pathOf(file: string): string;
}

/** @param site the folder of a finished site, absolute; it need not exist
 * @param manifest what its build has left */
export function openPreviousSite(
  site: string,
  manifest: Pick<Manifest, 'files'> | undefined,
): PreviousSite {
  const files: ReadonlyMap<string, FileResult> = manifest?.files ?? new Map();
  const isUntouched = (path: string, key: string | undefined) => {
    const file = files.get(path);
    return file !== undefined && file.key === key && outputStat(join(site, path)) === file.stat;
  };
  return {
    isEmpty: files.size === 0,
    has: isUntouched,
    filesWithKey(key) {
      const found = [...files].filter(([, file]) => file.key === key).map(([path]) => path);
      return found.every((path) => isUntouched(path, key)) ? found : [];
    },
    under(folder) {
      const inside = [...files].filter(([path]) => path.startsWith(folder));
      const untouched = inside.every(([path, { key }]) => isUntouched(path, key));
      return new Map(untouched ? inside.map(([path, { key }]) => [path, key]) : []);
    },
    pathOf: (file) => join(site, file),
  };
}
