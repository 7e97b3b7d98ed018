import { constants, copyFileSync, linkSync, type Stats, statSync, utimesSync } from 'node:fs';
import { copyFile, link, stat, utimes } from 'node:fs/promises';

// A hard link costs no time and no room, but it cannot lead to another file system or mount, and some file systems know none.

/**
 * Gives a file a second name, or copies it where that cannot be. The copy has the modification time of the original in whole
 * seconds: Node cannot set a time exactly, and the copy of a copy must have the same `outputStat`.
 * @param from absolute
 * @param to absolute; its folder must exist
 * @throws `EEXIST` where something is at `to` already, and every other error of the file system
 */
export function linkOrCopySync(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    utimesSync(to, ...timesOf(statSync(from)));
  }
}

/** The same without holding up the thread. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await utimes(to, ...timesOf(await stat(from)));
  }
}

function timesOf({ mtimeMs }: Stats): [atime: number, mtime: number] {
  const seconds = Math.floor(mtimeMs / 1000);
  return [seconds, seconds];
}
