import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { byCode } from '#lang/sort.ts';
import { endingOf } from '#schema/attachment.ts';
import { importEndings } from './formats.ts';

/** A file to read, and its name as the person knows it. */
export interface Found {
  readonly path: string;
  readonly name: string;
  /** Whether files of this kind can be imported. */
  readonly readable: boolean;
  /** Whether it is a picture among texts that take no pictures from their folder. */
  readonly isAlone?: boolean;
}

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic']);

/** The endings of files that accompany the texts and pages of an export. */
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
 * Finds the files for names of files and folders, each once and in a fixed order. From a folder, it takes all files
 * except hidden ones, and pictures, styles and films that belong to other files.
 * @returns the files, and the names that do not exist
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
      // This is not an export but a folder of letters and photographs. The person may think that they belong together,
      // so each picture is reported.
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

/** Whether a file is in the media library beside a WordPress export, or in the companion folder of a saved page. */
function isOfExport(path: string): boolean {
  return /[\\/]wp-content[\\/]|(?:_files|\.files)[\\/][^\\/]*$/u.test(path);
}

/** Whether a file can refer to pictures in its folder, as pages and exports do. */
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
