import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { byCode } from '#lang/sort.ts';
import { endingOf } from '#schema/attachment.ts';
import { importEndings } from './formats.ts';

/** A file to read, and what the person calls it. */
export interface Found {
  readonly path: string;
  readonly name: string;
  /** Whether its kind can be read at all. */
  readonly readable: boolean;
  /** A picture that lies among texts which take none from beside them. */
  readonly isAlone?: boolean;
}

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic']);

/** What an export brings along for its texts and pages. */
const companions = new Set([
  ...pictures,
  'svg',
  'css',
  'js',
  'woff',
  'woff2',
  'ico',
  'mp4',
  'webm',
  'ogg',
  'mp3',
  'tgs',
  'thumb',
]);

/**
 * The files that are meant by names of files and folders: each once, in a fixed order. Of a folder, all it holds but
 * hidden files and the pictures, styles and films that belong to others.
 * @returns also the names that lead nowhere
 */
export function findFiles(
  names: readonly string[],
  cwd: string,
): { files: Found[]; missing: string[] } {
  const files = new Map<string, Found>();
  const missing: string[] = [];
  const add = (path: string, named: boolean) => {
    const ending = endingOf(path);
    if (named || !(companions.has(ending) || isOfExport(path)))
      files.set(path, {
        path,
        name: relative(cwd, path) || path,
        readable: named || importEndings.includes(ending),
      });
  };
  for (const name of names) {
    const path = resolve(cwd, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) missing.push(name);
    else if (stat.isFile()) add(path, true);
    else {
      const all = below(path);
      for (const file of all) add(file, false);
      // A press officer's letters and photographs, no export: the person who thinks they belong together must be told.
      if (all.every((file) => pictures.has(endingOf(file)) || !takesPictures(file)))
        for (const file of all)
          if (pictures.has(endingOf(file)))
            files.set(file, {
              path: file,
              name: relative(cwd, file),
              readable: false,
              isAlone: true,
            });
    }
  }
  return { files: [...files.values()].sort((a, b) => byCode(a.path, b.path)), missing };
}

/** The library of a WordPress site beside its export, and what a saved page has brought along. */
function isOfExport(path: string): boolean {
  return /[\\/]wp-content[\\/]|(?:_files|\.files)[\\/][^\\/]*$/u.test(path);
}

/** Pages and exports name the pictures that lie beside them. */
function takesPictures(file: string): boolean {
  return (
    importEndings.includes(endingOf(file)) &&
    !['txt', 'docx', 'docm', 'doc', 'odt', 'rtf'].includes(endingOf(file))
  );
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[.~]/u.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? below(join(folder, entry.name))
        : entry.isFile()
          ? [join(folder, entry.name)]
          : [],
    );
}
