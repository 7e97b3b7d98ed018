import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file and makes its folder. Never into a file that is there: it may be one of the site that stands, under a second name.
 * @param place absolute */
export function writeNewFile(place: string, bytes: Uint8Array): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes, { flag: 'wx' });
}
