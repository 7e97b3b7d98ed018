import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsAddress, pagesAddress } from '#history/release-state.ts';
import { urls } from '#site/urls.ts';
import type { Release } from './releases.ts';

// <target>/releases/<id>/seal.json     the hash of each file of the state

/**
 * Where the same bytes are also public in the site of a release. Not the ledger: what decides which addresses may be lost
 * is not read from a folder that a web server may write.
 */
const twins: Readonly<Record<string, string>> = {
  'log.json': urls.dataLog,
  'events.json': eventsAddress,
  'pages.json': pagesAddress,
};

/** Notes the hash of each file of a state, so that damage is noticed even where the file can still be read. */
export function sealState(stateFolder: string, files: Readonly<Record<string, string>>): void {
  const hashes = Object.entries(files).map(([name, text]) => [name, hashOf(text)]);
  const seal = { format: 1, files: Object.fromEntries(hashes) as Record<string, string> };
  writeFileSync(sealOf(stateFolder), `${JSON.stringify(seal, undefined, 1)}\n`);
}

/** A file of a state. */
export interface SealedFile {
  readonly text: string;
  readonly place: string;
  /** `repaired`: this is the public copy of a damaged file. `damaged`: there is no sound copy. */
  readonly is: 'sound' | 'repaired' | 'damaged';
}

/**
 * Reads a file of a state; if it is damaged, its public copy.
 * @returns undefined if there is no such file
 */
export function readSealed(
  { publicFolder, stateFolder }: Pick<Release, 'publicFolder' | 'stateFolder'>,
  name: string,
): SealedFile | undefined {
  const place = join(stateFolder, name);
  if (!existsSync(place)) return undefined;
  const text = readFileSync(place, 'utf8');
  const address = twins[name];
  const twin = address === undefined ? undefined : join(publicFolder, address);
  const copy = twin !== undefined && existsSync(twin) ? readFileSync(twin, 'utf8') : undefined;
  const hash = readSeal(stateFolder)[name];
  const isSound = (each: string) => (hash === undefined ? isJson(each) : hashOf(each) === hash);
  // If both copies are the same, it is the seal that is damaged.
  if (isSound(text) || (text === copy && isJson(text))) return { text, place, is: 'sound' };
  if (twin !== undefined && copy !== undefined && isSound(copy))
    return { text: copy, place: twin, is: 'repaired' };
  return { text, place, is: 'damaged' };
}

/** Releases of older versions of Jarshy have no seal; one that cannot be read counts as none. */
function readSeal(stateFolder: string): Readonly<Record<string, string>> {
  try {
    const { files } = JSON.parse(readFileSync(sealOf(stateFolder), 'utf8')) as {
      files?: Record<string, string>;
    };
    return files ?? {};
  } catch {
    return {};
  }
}

function sealOf(stateFolder: string): string {
  return join(stateFolder, '../seal.json');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
