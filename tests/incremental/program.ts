import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../sites/build-all.ts';

const parts = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * A copy of the program, with a cache and a lock of its own: its templates can be changed, and it builds beside other builds.
 * @param folder where it is put; else in a new folder of the system's
 * @returns its folder, to be deleted by the caller
 */
export function copyProgram(folder = mkdtempSync(join(tmpdir(), 'jarshy-program-'))): string {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
