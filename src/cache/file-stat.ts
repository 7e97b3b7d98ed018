import { type BigIntStats, statSync } from 'node:fs';

/** Size and time of last change of a file of a site; undefined where there is none. The inode and its change time are left out: a hard link changes them. */
export function outputStat(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}-${found.mtimeNs}` : undefined;
}

/** The size in an `outputStat`, in bytes. */
export function sizeIn(stat: string): number {
  return Number(stat.split('-', 1)[0]);
}

/**
 * Size, inode and times of a content file. The change time of the inode is set by the system alone, so a file that replaced another
 * and took its modification time is told from it.
 */
export function inputStat({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, ino, mtimeNs, ctimeNs].join('-');
}

/**
 * The key of a content file: it changes whenever the file does.
 * @param before when the reading began, by the clock of the file system, in milliseconds since 1970. A file that changed less than two
 *   seconds before is racy (as in Git): another change in the same tick of the clock could not be told from the last, so it has no key
 * @returns also undefined where there is no such file
 */
export function fileKey(file: string, before: number): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && !isRacy(Number(found.ctimeMs), before) ? inputStat(found) : undefined;
}

/** @param changed when the file changed last, and `before`, when the reading began: in milliseconds since 1970 */
export function isRacy(changed: number, before: number): boolean {
  return changed + clockResolution >= before;
}

/** Coarse clocks of file systems tell two changes apart only when so much time lies between them; in milliseconds. */
const clockResolution = 2000;
