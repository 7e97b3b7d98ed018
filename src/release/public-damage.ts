import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Release } from './releases.ts';
import { type FileFault, faultsIn } from './site-files.ts';
import { readSiteFiles } from './state-files.ts';

/**
 * Finds what is wrong with the files of the public site. A timer asks every minute, so only files that were touched
 * since the last time when all was well are read.
 * @param to the folder of the releases, absolute
 * @returns an empty array for a release of an older version of Jarshy
 * @throws {UserError} when the list of the files is damaged
 */
export function publicDamage(to: string, current: Release): FileFault[] {
  const files = readSiteFiles(current);
  if (!files) return [];
  const note = join(to, '.health/looked');
  const since = lookedAt(note);
  // The moment before anything is read, by the clock of the file system.
  const isNoted = write(`${note}.new`);
  const faults = faultsIn(current.publicFolder, files, since);
  if (faults.length === 0 && isNoted) renameSync(`${note}.new`, note);
  return faults;
}

/** Some file systems have coarse clocks; in milliseconds. */
const clockResolution = 2000;

function lookedAt(note: string): Date | undefined {
  const found = statSync(note, { throwIfNoEntry: false });
  return found && new Date(found.mtimeMs - clockResolution);
}

/** Where nothing can be written, everything is read each time. */
function write(file: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    return true;
  } catch {
    return false;
  }
}
