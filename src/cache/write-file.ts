import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// An existing file is never written into, because it may be a hard link to a file of the previous site.

/**
 * Writes a new file and creates its folder.
 * @param place absolute
 * @throws `EEXIST` when the file exists
 */
export function writeNewFile(place: string, bytes: Uint8Array): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes, { flag: 'wx' });
}

/**
 * Writes a file in the place of an existing one, if there is one.
 * @param place absolute
 */
export function replaceFile(place: string, bytes: Uint8Array): void {
  rmSync(place, { force: true });
  writeNewFile(place, bytes);
}
