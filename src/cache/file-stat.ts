import { hash } from 'node:crypto';
import { type BigIntStats, readFileSync, statSync } from 'node:fs';

/**
 * Size and modification time of a file of a site; undefined if there is no such file. The inode and its change time are
 * left out, because a hard link changes them.
 */
export function outputStat(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}-${found.mtimeNs}` : undefined;
}

/** SHA-256 of a file, in hexadecimal. */
export function sha256Of(file: string): string {
  return hash('sha256', readFileSync(file));
}

/** The size in bytes from an `outputStat`. */
export function sizeIn(stat: string): number {
  return Number(stat.split('-', 1)[0]);
}

/**
 * Size, inode and times of a content file. Only the system sets the change time of an inode. So this also changes when
 * another file with the same modification time replaces the file.
 */
export function inputStat({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, ino, mtimeNs, ctimeNs].join('-');
}

/**
 * The key of a content file: it changes whenever the file does.
 * @param before when the reading began, by the clock of the file system, in milliseconds since 1970
 * @returns undefined if there is no such file, or if it is racy (as in Git): it changed less than two seconds before
 *   `before`. A further change in the same clock tick could not be noticed
 */
export function fileKey(file: string, before: number): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && !isRacy(Number(found.ctimeMs), before) ? inputStat(found) : undefined;
}

/**
 * Whether a file changed so recently that a further change could go unnoticed.
 * @param changed when the file changed last, in milliseconds since 1970
 * @param before when the reading began, in milliseconds since 1970
 */
export function isRacy(changed: number, before: number): boolean {
  return changed + clockResolution >= before;
}

/**
 * Some file systems have coarse clocks. They distinguish two changes only if at least this time lies between them; in
 * milliseconds.
 */
const clockResolution = 2000;
