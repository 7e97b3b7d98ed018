import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { byCode } from '#lang/sort.ts';

/** Every file below a folder, as a path from there with `/` (`kk/index.html`), in order. Links are no files.
 * @throws where there is no such folder */
export function listFiles(folder: string): string[] {
  const from = join(folder, sep).length;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from).split(sep).join('/'))
    .sort(byCode);
}
