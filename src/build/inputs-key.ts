import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCode } from '#lang/sort.ts';
import { hashOf } from '#cache/hash.ts';
import { inputStat, isRacy } from '#cache/file-stat.ts';

/**
 * All that decides a build besides its moment, in a word. No file is read: `identityOf` tells whether it is still the same, as for
 * Git and make.
 * @param besides what decides the build besides the files
 * @param lookedAt the present by the clock of the file system, in milliseconds since 1970
 * @returns undefined when a file has changed just now: one more change could not be seen
 */
export function inputsKey(
  content: string,
  besides: readonly unknown[],
  lookedAt: number,
): string | undefined {
  let lastChange = 0;
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCode)
    .map((file) => {
      const found = lstatSync(file, { bigint: true });
      lastChange = Math.max(lastChange, Number(found.ctimeMs));
      return [file, inputStat(found)];
    });
  return isRacy({ changed: lastChange }, lookedAt) ? undefined : hashOf([besides, files]);
}
