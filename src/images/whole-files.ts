import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { linkOrCopy } from '#cache/link-or-copy.ts';

/** Whether the file is there and may be believed. Empty is not: a power cut can leave the name of a file without its content. */
export async function isWhole(file: string): Promise<boolean> {
  const found = await stat(file).catch(absent);
  return found !== undefined && found.size > 0;
}

/** Writes the whole file or nothing: another process, or the next build after a crash, never meets a part of it. */
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

/** Puts a file at a second place, replacing what was there: see `linkOrCopy`. Neither place may be written into, only replaced. */
export async function placeAt(target: string, file: string): Promise<void> {
  await rm(target, { force: true });
  await linkOrCopy(file, target);
}

/** Answers `undefined` for a file that is not there, and throws every other error: `readFile(path).catch(absent)`. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
