import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './program.ts';

/**
 * The entries that the cache keeps for a finished site: how it was built, the keys of its files, the results of the
 * checks, and what was read from its content.
 *
 * They are not in the site's own folder, which is public, nor next to it, where the files belong to the operator.
 */
export type EntryName = 'built' | 'made-of' | 'seen' | 'known';

const notesFolder = join(cacheFolder, 'sites');

/**
 * Writes an entry atomically.
 * @param site the folder of the finished site, absolute
 * @param seal a key of what the entry depends on; a reader must pass the same
 */
export async function writeEntry(
  site: string,
  note: EntryName,
  seal: string,
  content: string | Uint8Array,
): Promise<void> {
  const folder = folderOf(site);
  const made = join(folder, `${note}.new`);
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(folder, 'site'))) await writeFile(join(folder, 'site'), site);
  await writeFile(made, `${sealOf(seal, content)}\n`);
  await appendFile(made, content);
  await rename(made, join(folder, note));
}

/**
 * Reads an entry as text.
 * @returns undefined if there is no such entry, or it is invalid: truncated, edited by hand, or written with another
 *   seal
 */
export function readEntry(site: string, note: EntryName, seal: string): string | undefined {
  return readEntryBytes(site, note, seal)?.toString();
}

/** Like `readEntry`, for binary entries. */
export function readEntryBytes(site: string, note: EntryName, seal: string): Buffer | undefined {
  try {
    const written = readFileSync(join(folderOf(site), note));
    const end = written.indexOf('\n');
    const content = written.subarray(end + 1);
    return written.toString('latin1', 0, end) === sealOf(seal, content) ? content : undefined;
  } catch {
    return undefined; // No such entry.
  }
}

/** Deletes an entry; does nothing if there is none. */
export function deleteEntry(site: string, note: EntryName): void {
  rmSync(join(folderOf(site), note), { force: true });
}

/** Deletes the entries of sites that no longer exist. Each release is a site of its own, so they would pile up. */
export function deleteStaleEntries(): void {
  for (const name of readdirSync(notesFolder)) {
    const folder = join(notesFolder, name);
    // A folder without this file is being made by another build.
    if (existsSync(join(folder, 'site')) && !existsSync(readFileSync(join(folder, 'site'), 'utf8')))
      rmSync(folder, { recursive: true, force: true });
  }
}

function folderOf(site: string): string {
  return join(notesFolder, hash('sha256', site, 'hex').slice(0, 20));
}

function sealOf(seal: string, content: string | Uint8Array): string {
  return createHash('sha256').update(`${seal}\n`).update(content).digest('hex');
}
