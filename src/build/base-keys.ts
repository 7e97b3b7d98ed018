import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { stringIds } from '#lang/strings-keys.ts';
import { hashOf } from '#cache/hash.ts';
import { listFiles } from '#cache/list-files.ts';
import { programFolder } from '#cache/program.ts';
import { registryIds } from '#schema/registry-names.ts';

/** What every file of a site stands on: as long as it is the same, a file made of the same values has the same bytes. */
export interface BaseKeys {
  /** Code, settings and interface texts: all that templates use besides their props. */
  readonly pages: string;
  /** Besides, the registries: documents name their entries without saying so in their state. */
  readonly documents: string;
}

/** @param program as `programDigest` says */
export function baseKeysOf({ model, preview, typeface }: Snapshot, program: string): BaseKeys {
  const { site, strings } = model;
  const dictionaries = [...strings].map(([locale, { message }]) => [
    locale,
    stringIds.map(message),
  ]);
  const pages = hashOf([program, site, typeface, dictionaries, preview]);
  return { pages, documents: hashOf([pages, registryIds.map((id) => [...model[id]])]) };
}

/** The program itself in one word: its files, its dependencies (by the lock file), and the Node that runs it, with its languages and time zones. */
export function toolchainKey(): string {
  return (digest ??= digestOfProgram());
}

// It stays what it was when this process began to run it.
let digest: string | undefined;

function digestOfProgram(): string {
  const { node, icu, tz, unicode } = process.versions;
  return hashOf([
    node,
    icu,
    tz,
    unicode,
    process.platform,
    process.arch,
    ['src', 'public'].map(filesUnder),
    ['astro.config.mjs', 'package.json', 'package-lock.json'].map(digestOfFile),
  ]);
}

function digestOfFile(name: string): string {
  return hash('sha256', readFileSync(join(programFolder, name)), 'base64url');
}

function filesUnder(folder: string): Array<[string, string]> {
  return listFiles(join(programFolder, folder)).map((file) => [
    `${folder}/${file}`,
    digestOfFile(join(folder, file)),
  ]);
}
