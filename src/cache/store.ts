import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './program.ts';

/**
 * What is noted of a finished site: how it was built; what each file was made of; what the checks have seen; what was read
 * of its content.
 * Not in the site's own folder, which is all public, nor beside it, where nothing is ours.
 */
export type EntryName = 'built' | 'made-of' | 'seen' | 'known';

const notesFolder = join(cacheFolder, 'sites');

/** Writes a note, whole or not at all.
 * @param site the folder of the finished site, absolute
 * @param seal what the note stands on: whoever reads it names the same */
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

/** @returns undefined where there is no such note, or none to be believed: cut short, changed by hand, sealed otherwise */
export function readEntry(site: string, note: EntryName, seal: string): string | undefined {
  return readEntryBytes(site, note, seal)?.toString();
}

/** The same of one that is no text. */
export function readEntryBytes(site: string, note: EntryName, seal: string): Buffer | undefined {
  try {
    const written = readFileSync(join(folderOf(site), note));
    const end = written.indexOf('\n');
    const content = written.subarray(end + 1);
    return written.toString('latin1', 0, end) === sealOf(seal, content) ? content : undefined;
  } catch {
    return undefined; // None there.
  }
}

export function deleteEntry(site: string, note: EntryName): void {
  rmSync(join(folderOf(site), note), { force: true });
}

/** Erases what is noted of sites that stand no more: each release is a site of its own. */
export function deleteStaleEntries(): void {
  for (const name of readdirSync(notesFolder)) {
    const folder = join(notesFolder, name);
    // One without its name is being made by another build.
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
