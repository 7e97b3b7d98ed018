import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { byCode } from '#lang/sort.ts';
import { endingOf } from '#schema/attachment.ts';
import { endings } from './formats.ts';

/** A file to read, and what the person calls it. */
export interface Found {
  readonly path: string;
  readonly name: string;
  /** Whether its kind can be read at all. */
  readonly readable: boolean;
}

/** What an export brings along for its texts and pages. */
const companions = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'svg', 'css', 'js', 'woff', 'woff2', 'ico', 'mp4', 'webm', 'ogg', 'mp3', 'tgs', 'thumb']);

/**
 * The files that are meant by names of files and folders: each once, in a fixed order. Of a folder, all it holds but
 * hidden files and the pictures, styles and films that belong to others.
 * @returns also the names that lead nowhere
 */
export function findFiles(names: readonly string[], cwd: string): { files: Found[]; missing: string[] } {
  const files = new Map<string, Found>();
  const missing: string[] = [];
  const add = (path: string, named: boolean) => {
    const ending = endingOf(path);
    if (named || !companions.has(ending)) files.set(path, { path, name: relative(cwd, path) || path, readable: named || endings.includes(ending) });
  };
  for (const name of names) {
    const path = resolve(cwd, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) missing.push(name);
    else if (stat.isFile()) add(path, true);
    else for (const file of below(path)) add(file, false);
  }
  return { files: [...files.values()].sort((a, b) => byCode(a.path, b.path)), missing };
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[.~]/u.test(name))
    .flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));
}
