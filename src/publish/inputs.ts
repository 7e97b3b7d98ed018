import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '#edition/digest.ts';
import { byCode } from '#lang/sort.ts';

/** Coarse clocks of file systems tell two changes apart only when so much time lies between them; in milliseconds. */
const coarsest = 2000;

/**
 * All that decides a build besides its moment, in a word. No file is read: size, place on the disk and times tell whether it is
 * still the same, as for Git and make. Of the times, that of the inode is set by the system alone, so that a file put in place
 * of another with its old date counts as changed.
 * @param besides what decides the build besides the files
 * @param lookedAt the present by the clock of the file system, in milliseconds since 1970
 * @returns undefined when a file has changed just now: one more change could not be seen
 */
export function inputsOf(content: string, besides: readonly unknown[], lookedAt: number): string | undefined {
  let lastChange = 0;
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCode)
    .map((file) => {
      const { size, ino, mtimeNs, ctimeNs, ctimeMs } = lstatSync(file, { bigint: true });
      lastChange = Math.max(lastChange, Number(ctimeMs));
      return [file, ...[size, ino, mtimeNs, ctimeNs].map(String)];
    });
  return lastChange + coarsest < lookedAt ? digestOf([besides, files]) : undefined;
}
