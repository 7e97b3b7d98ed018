import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { linkOrCopy } from '#cache/link-or-copy.ts';

/** Writes a file atomically: another process, or the next build after a crash, never sees a part of it. */
export async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Links or copies a file to `target`, replacing an existing file there: see `linkOrCopy`. Afterwards neither file may
 * be written into, only replaced.
 */
export async function placeAt(target: string, file: string): Promise<void> {
  await rm(target, { force: true });
  await linkOrCopy(file, target);
}

/** Returns undefined for a missing file and rethrows every other error. Use it as `readFile(path).catch(absent)`. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
