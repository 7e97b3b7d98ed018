import { join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult, Manifest } from '#cache/manifest.ts';

/** The previous site, as far as it can be trusted. A file of it is reused when a file with the same key is needed. */
export interface PreviousSite {
  /** Whether nothing of it can be reused. */
  readonly isEmpty: boolean;
  /** Whether a file has this key and is unchanged on the disk. */
  has(path: string, key: string): boolean;
  /** The key of a file that is unchanged on the disk. */
  keyOf(path: string): string | undefined;
  /** The files that have this key; empty unless all of them are unchanged on the disk. */
  filesWithKey(key: string): string[];
  /** The files below a folder with their keys; empty unless all of them are unchanged on the disk. */
  under(folder: string): ReadonlyMap<string, string | undefined>;
  /** SHA-256 of a file, if it still has this stat. */
  sha256Of(path: string, stat: string): string | undefined;
  /** The absolute path of a file of this site. */
  pathOf(file: string): string;
}

/**
 * Opens the previous site.
 * @param site the folder of a finished site, absolute; it need not exist
 * @param manifest of its build; without it, nothing is reused
 * @param distrusted files that are not what was published, although they look untouched
 */
export function openPreviousSite(
  site: string,
  manifest: Pick<Manifest, 'files'> | undefined,
  distrusted: ReadonlySet<string> = new Set(),
): PreviousSite {
  const files: ReadonlyMap<string, FileResult> = manifest?.files ?? new Map();
  const isUntouched = (path: string, key: string | undefined) => {
    const file = files.get(path);
    return (
      file !== undefined &&
      file.key === key &&
      !distrusted.has(path) &&
      outputStat(join(site, path)) === file.stat
    );
  };
  return {
    isEmpty: files.size === 0,
    has: isUntouched,
    keyOf(path) {
      const key = files.get(path)?.key;
      return isUntouched(path, key) ? key : undefined;
    },
    filesWithKey(key) {
      const found = [...files].filter(([, file]) => file.key === key).map(([path]) => path);
      return found.every((path) => isUntouched(path, key)) ? found : [];
    },
    under(folder) {
      const inside = [...files].filter(([path]) => path.startsWith(folder));
      const untouched = inside.every(([path, { key }]) => isUntouched(path, key));
      return new Map(untouched ? inside.map(([path, { key }]) => [path, key]) : []);
    },
    sha256Of(path, stat) {
      const file = files.get(path);
      return file?.stat === stat ? file.sha256 : undefined;
    },
    pathOf: (file) => join(site, file),
  };
}
