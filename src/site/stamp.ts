import { type BigIntStats, statSync } from 'node:fs';

/** Size and time of last change of a file, in a word; undefined where there is none. */
export function stampOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}-${found.mtimeNs}` : undefined;
}

/**
 * Size, place on the disk and times of a file, in a word. Of the times, that of the inode is set by the system alone, so a file that
 * was put in place of another with its old date is another.
 */
export function identityOf({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, ino, mtimeNs, ctimeNs].join('-');
}

/** Coarse clocks of file systems tell two changes apart only when so much time lies between them; in milliseconds. */
export const coarsest = 2000;
