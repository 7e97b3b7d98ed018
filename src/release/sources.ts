import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputStat } from '#cache/file-stat.ts';
import { hashOf } from '#cache/hash.ts';
import { byCode } from '#lang/sort.ts';
import { themeFolder } from '#snapshot/theme.ts';

// The sources of a site are its content folder and its theme. They are divided into parts that can be sound or faulty
// independently of each other: the folder of an announcement, a standing page, an entry of a registry, `site.yaml`, the
// theme.

/** The path of a part, from the content folder: `announcements/2026/x`, `site.yaml`, `../theme`. */
export type Part = string;

/** The theme as a part. Problems name its files in this way, too. */
const themePart = '../theme';

/** How many names of a path identify its part, by the first of them. */
const depths: Readonly<Record<string, number>> = { announcements: 3 };

/** The part to which a file of the content or the theme belongs. */
export function partOf(file: string): Part {
  const names = file.split('/');
  const [first = ''] = names;
  return first === '..' ? themePart : names.slice(0, depths[first] ?? 2).join('/');
}

/** Whether a part is an announcement or a page, so that other parts do not depend on it. */
export function isText(part: Part): boolean {
  return /^(?:announcements|pages)\//u.test(part);
}

/** Where a part is, if the content folder is here. */
export function placeOf(content: string, part: Part): string {
  return part === themePart ? themeFolder(content) : join(content, part);
}

/**
 * Finds the parts of the sources of a site.
 * @returns for each part the names of its files, from its place; an empty name if the part is a file
 */
export function findParts(content: string): Map<Part, readonly string[]> {
  const parts = new Map<Part, string[]>();
  const found = [
    ...filesBelow(content),
    ...filesBelow(themeFolder(content)).map((file) => `${themePart}/${file}`),
  ];
  for (const file of found) {
    const part = partOf(file);
    const files = parts.get(part) ?? [];
    parts.set(part, files);
    files.push(file.slice(part.length + 1));
  }
  return parts;
}

/**
 * Every file and link below a folder, sorted, without hidden ones, which nothing reads. Links are not followed. Empty if
 * there is no such folder.
 */
function filesBelow(folder: string, path = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, path, '/'), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => byCode(a.name, b.name))
    .flatMap((entry) => {
      const file = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, file) : [file];
    });
}

/** A value that changes whenever one of the files of a part does. */
export function signatureOf(place: string, files: readonly string[]): string {
  return hashOf(
    files.map((file) => {
      const found = lstatSync(join(place, file), { bigint: true, throwIfNoEntry: false });
      return [file, found && inputStat(found)];
    }),
  );
}
