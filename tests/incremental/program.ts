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
 * Copies the program, with a cache and a lock of its own. Tests can change its templates, and it can build while other
 * builds run.
 * @param folder the target; by default a new temporary folder
 * @returns the folder of the copy; the caller must delete it
 */
export function copyProgram(folder = mkdtempSync(join(tmpdir(), 'jarshy-program-'))): string {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
