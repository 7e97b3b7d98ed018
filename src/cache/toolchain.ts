import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.ts';
import { listFiles } from './list-files.ts';
import { lockFiles, programFolder } from './program.ts';

/**
 * The key of everything that decides a build apart from the content: our sources, the dependencies (by the lock file),
 * and the Node version with its languages and time zones. It is computed once, so it stays that of the sources this
 * process started with.
 */
export function toolchainKey(): string {
  return (key ??= makeKey());
}

let key: string | undefined;

function makeKey(): string {
  const { node, icu, tz, unicode } = process.versions;
  const single = ['astro.config.mjs', 'package.json'].map((name) => join(programFolder, name));
  return hashOf([
    [node, icu ?? '', tz ?? '', unicode ?? '', process.platform, process.arch],
    ['src', 'public'].map(hashFolder),
    [...single, ...lockFiles].map(hashFile),
  ]);
}

function hashFolder(folder: string): Array<[string, string]> {
  return listFiles(join(programFolder, folder)).map((file) => [
    `${folder}/${file}`,
    hashFile(join(programFolder, folder, file)),
  ]);
}

function hashFile(file: string): string {
  return hash('sha256', readFileSync(file), 'base64url');
}
