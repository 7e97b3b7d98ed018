import type { Locale } from '#lang/locale.ts';
import { isSlug, slugOf } from '#lang/slug.ts';
import { announcementFile } from '#schema/announcement.ts';
import { entries, fileNames, type Reader, readMarkdown, reportUnknown } from './files.ts';
import type { LanguageFiles } from './merge-facts.ts';
import { meantTextFile } from './meant-file.ts';
import { withNamesOnDisk } from './names-on-disk.ts';
import { unknownLocale } from './unknown-locale.ts';

/** One folder of `announcements/`, read but not yet merged. */
export interface AnnouncementFolder {
  /** The path from the content folder. */
  readonly folder: string;
  readonly year: number;
  readonly slug: string;
  readonly files: LanguageFiles;
  /** Whether every language file could be read. */
  readonly complete: boolean;
  /** The names of the files in the folder. */
  readonly names: ReadonlySet<string>;
}

/** Reads the files of every announcement. Reports files and folders in the wrong place. */
export function readAnnouncements(
  reader: Reader,
  locales: readonly Locale[],
): AnnouncementFolder[] {
  return entries(reader, 'announcements').flatMap((year) => {
    const yearFolder = `announcements/${year.name}`;
    if (!year.isFolder || !/^\d{4}$/u.test(year.name)) {
      reportUnknown(reader, yearFolder);
      return [];
    }
    return entries(reader, yearFolder).flatMap((entry) => {
      const folder = `${yearFolder}/${entry.name}`;
      if (!entry.isFolder) {
        reportUnknown(reader, folder);
        return [];
      }
      checkSlug(reader, folder, entry.name);
      // Its open data would be at `/api/announcements/2026/feed.json`, and that is the name of a feed.
      if (entry.name === 'feed')
        reader.problems.push({
          id: 'reserved-address',
          file: folder,
          params: { address: `/${entry.name}.json` },
        });
      const names = fileNames(reader, folder);
      const { files, complete } = readLanguages(reader, folder, names, locales, announcementFile);
      return files.size > 0
        ? [{ folder, year: Number(year.name), slug: entry.name, files, complete, names }]
        : [];
    });
  });
}

/** What can be the tag of a language: not `ru (1)`, which is a copy. */
const isTag = /^[a-z]{2,3}(?:-[a-z\d]+)*$/iu;

/** Reads `index.<locale>.md` or `.mdx` of a folder for each language of the site, in that order. */
export function readLanguages<Schema extends Parameters<typeof readMarkdown>[2]>(
  reader: Reader,
  folder: string,
  names: ReadonlySet<string>,
  locales: readonly Locale[],
  schema: Schema,
) {
  const found = new Map<Locale, string>();
  let indexFiles = 0;
  // A text with a wrong name may say what the others lack.
  let isMisnamed = false;
  for (const name of names) {
    const locale = /^index\.(?<locale>[^.]+)\.mdx?$/u.exec(name)?.groups?.locale;
    const file = `${folder}/${name}`;
    const meant =
      locale !== undefined && locales.includes(locale)
        ? undefined
        : meantTextFile(name, names, locales);
    if (!locale || meant !== undefined || !isTag.test(locale)) {
      const known = locales.map((each) => `index.${each}.md`);
      const free = known.filter((each) => !names.has(each));
      if (/^index\.|\.mdx?$/u.test(name) || meant !== undefined)
        // `index.ru (1).md` is a copy of the file that it would be called after.
        reportUnknown(reader, file, name.startsWith('index.') ? free : known, meant);
      // A text under another name is not missing.
      if (meant !== undefined) indexFiles++;
      isMisnamed ||= meant !== undefined || (/^index/iu.test(name) && free.length > 0);
      continue;
    }
    indexFiles++;
    const other = found.get(locale);
    isMisnamed ||= !locales.includes(locale);
    if (!locales.includes(locale))
      reader.problems.push({
        id: 'unknown-locale',
        file,
        params: unknownLocale(locale, locales),
      });
    else if (other) reader.problems.push({ id: 'two-files', file, params: { other } });
    else found.set(locale, file);
  }
  if (indexFiles === 0) reader.problems.push({ id: 'no-texts', file: folder, params: { folder } });

  const files = new Map<Locale, NonNullable<ReturnType<typeof readMarkdown<Schema>>>>();
  for (const locale of locales) {
    const file = found.get(locale);
    const read = file && readMarkdown(reader, file, schema);
    if (read) files.set(locale, withNamesOnDisk(read, names));
  }
  return { files, complete: files.size === found.size && !isMisnamed };
}

/**
 * Reports a folder name that cannot be part of an address. Allowed are lower-case Latin letters, digits and hyphens,
 * with at least one letter.
 */
export function checkSlug(reader: Reader, folder: string, slug: string): void {
  if (isSlug(slug)) return;
  reader.problems.push({
    id: 'bad-slug',
    file: folder,
    params: { slug, suggestion: slugOf(slug) ?? 'road-safety-week' },
  });
}
