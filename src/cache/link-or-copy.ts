import { constants, copyFileSync, linkSync, type Stats, statSync, utimesSync } from 'node:fs';
import { copyFile, link, stat, utimes } from 'node:fs/promises';

// A hard link costs no time and no disk space. But it cannot cross file systems or mounts, and some file systems do not
// support it.

/**
 * Makes a hard link to a file, or copies it where a link is impossible. A copy gets the modification time of the
 * original, cut to whole seconds: Node cannot set a time exactly, and the copy of a copy must have the same
 * `outputStat`.
 * @param from absolute
 * @param to absolute; its folder must exist
 * @throws `EEXIST` when `to` exists, and any other error of the file system
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

/** Like `linkOrCopySync`, but asynchronous. */
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
