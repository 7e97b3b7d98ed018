import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a new file and creates its folder. It never writes into an existing file, because that may be a hard link to a
 * file of the previous site.
 * @param place absolute
 * @throws `EEXIST` when the file exists
 */
export function writeNewFile(place: string, bytes: Uint8Array): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes, { flag: 'wx' });
}
