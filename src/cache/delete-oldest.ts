import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCode } from '#lang/sort.ts';

/**
 * Deletes the files and folders that were written first, so that a cache does not grow for ever.
 * @param folder absolute; it may be missing
 * @param most how many may stay
 * @param keep names that stay in any case
 */
export function deleteOldest(folder: string, most: number, keep: readonly string[] = []): void {
  const entries = namesIn(folder)
    .filter((name) => !keep.includes(name))
    .map((name) => ({ name, written: writtenAt(join(folder, name)) }));
  if (entries.length <= most) return;
  entries.sort((a, b) => b.written - a.written || byCode(a.name, b.name));
  for (const { name } of entries.slice(most))
    rmSync(join(folder, name), { recursive: true, force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // There is no such folder yet.
  }
}

/** In milliseconds since 1970; 0 if another process has just deleted it. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
