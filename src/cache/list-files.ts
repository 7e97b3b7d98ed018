import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCode } from '#lang/sort.ts';

/**
 * Every file below a folder, sorted, as a path from there with `/`: `kk/index.html`. Symbolic links are left out.
 * @throws when there is no such folder
 */
export function listFiles(folder: string): string[] {
  const from = join(folder, sep).length;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from).split(sep).join('/'))
    .sort(byCode);
}
