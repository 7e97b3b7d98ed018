import { statSync } from 'node:fs';

/** Size and time of last change of a file, in a word; undefined where there is none. */
export function stampOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}-${found.mtimeNs}` : undefined;
}
