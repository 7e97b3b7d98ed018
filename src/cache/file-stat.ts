import { type BigIntStats, statSync } from 'node:fs';

/** Size and time of last change of a file, in a word; undefined where there is none. */
export function outputStat(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}-${found.mtimeNs}` : undefined;
}

/**
 * Size, place on the disk and times of a file, in a word. Of the times, that of the inode is set by the system alone, so a file that
 * was put in place of another with its old date is another.
 */
export function inputStat({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, ino, mtimeNs, ctimeNs].join('-');
}

/** A file as it lies there before it is read: should it be written in between, it will be seen to be another. */
export interface InputStat {
  /** See `identityOf`. */
  readonly identity: string;
  /** When it changed last by the clock of the file system, in milliseconds since 1970. */
  readonly changed: number;
}

/** @returns undefined where there is no such file */
export function readInputStat(file: string): InputStat | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && { identity: inputStat(found), changed: Number(found.ctimeMs) };
}

/**
 * Whether a file had changed just before it was seen: one more change could not be told from this one.
 * @param lookedAt when the looking began, by the clock of the file system, in milliseconds since 1970
 */
export function isRacy({ changed }: Pick<InputStat, 'changed'>, lookedAt: number): boolean {
  return changed + coarsest >= lookedAt;
}

/** Coarse clocks of file systems tell two changes apart only when so much time lies between them; in milliseconds. */
const coarsest = 2000;
