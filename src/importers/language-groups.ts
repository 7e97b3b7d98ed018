import { basename, extname } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import type { Found } from './find-files.ts';

/** A file, and the language that its name tells: `letter.ru.docx`. */
export interface Part {
  readonly file: Found;
  readonly locale?: Locale | undefined;
}

/**
 * Files that hold one text in several languages: `letter.kk.docx` beside `letter.ru.docx`.
 * @param locales those of the site; other endings of names are none of languages
 * @returns each file in one group, the groups in the order of their first files, the languages in that of the site
 */
export function languageGroups(files: readonly Found[], locales: readonly Locale[]): Part[][] {
  const groups = Map.groupBy(
    files.map((file) => partOf(file, locales)),
    ({ file, locale }) =>
      locale ? file.path.slice(0, -basename(file.path).length) + nameOf(file, locale) : file.path,
  );
  const place = ({ locale }: Part) => locales.indexOf(locale ?? '');
  return [...groups.values()].map((group) => group.sort((a, b) => place(a) - place(b)));
}

function partOf(file: Found, locales: readonly Locale[]): Part {
  const stem = basename(file.path, extname(file.path));
  return {
    file,
    locale: locales.find((locale) => stem.toLowerCase().endsWith(`.${locale.toLowerCase()}`)),
  };
}

/** `letter.docx`, whatever the language. */
function nameOf({ path }: Found, locale: Locale): string {
  const ending = extname(path);
  return basename(path, ending).slice(0, -locale.length) + ending.slice(1).toLowerCase();
}
