import { type Dirent, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCode } from '#lang/sort.ts';

/**
 * Every file below a folder, sorted, as a path from there with `/`: `kk/index.html`. Symbolic links are left out.
 * @throws when there is no such folder
 */
export function listFiles(folder: string): string[] {
  const from = join(folder, sep).length;
  return entriesBelow(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from).split(sep).join('/'))
    .sort(byCode);
}

/**
 * Everything below a folder that is not a folder. Links are listed and never followed: Node's own `recursive` follows a
 * link to a folder, which may lead to the root of the disk or back to where it stands.
 * @throws when there is no such folder
 */
export function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry],
  );
}
