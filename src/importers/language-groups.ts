import { basename, dirname, extname } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import { groupsOf, mustGet } from '#lang/lookup.ts';
import { writingOf } from '#languages/writings.ts';
import type { Found } from './find-files.ts';

/** A file, and the language in its name: `letter.ru.docx`. */
export interface Part {
  readonly file: Found;
  readonly locale?: Locale | undefined;
}

/** One reading of a file name: the rest of the name without the language is the key. */
interface Reading {
  readonly key: string;
  readonly locale: Locale;
  /** Whether the name certainly contains a language. `.ru` does, even when no other file shares the key. */
  readonly isSure: boolean;
}

/**
 * Groups the files that contain one text in several languages: `letter.kk.docx` beside `letter.ru.docx`, `Релиз
 * каз.docx` beside `Релиз рус.docx`, `каз/о мосте.docx` beside `рус/о мосте.docx`.
 * @param locales the site's languages; only these are recognised in names
 * @returns the groups; each file is in exactly one. Groups are in the order of their first files, and languages in the
 * site's order
 */
export function languageGroups(files: readonly Found[], locales: readonly Locale[]): Part[][] {
  const readings = new Map(files.map((file) => [file, readingsOf(file.path, locales)]));
  const byKey = new Map<string, Map<Locale, Found[]>>();
  for (const [file, read] of readings)
    for (const { key, locale } of read) {
      const group = byKey.get(key) ?? new Map<Locale, Found[]>();
      byKey.set(key, group);
      group.set(locale, [...(group.get(locale) ?? []), file]);
    }
  const isPair = (key: string) => {
    const group = byKey.get(key);
    return (
      group !== undefined && group.size > 1 && [...group.values()].every((one) => one.length === 1)
    );
  };
  const groups = Map.groupBy(
    files.map((file) => {
      const read = mustGet(readings, file);
      const paired = read.find(({ key }) => isPair(key));
      const sure = read.find(({ isSure }) => isSure);
      return {
        key: paired?.key ?? file.path,
        part: { file, locale: paired?.locale ?? sure?.locale },
      };
    }),
    ({ key }) => key,
  );
  const place = ({ locale }: Part) => locales.indexOf(locale ?? '');
  return [...groups.values()].map((group) =>
    group.map(({ part }) => part).sort((a, b) => place(a) - place(b)),
  );
}

function readingsOf(path: string, locales: readonly Locale[]): Reading[] {
  const ending = extname(path).toLowerCase();
  const folder = dirname(path);
  const stem = basename(path, extname(path)).normalize('NFC').toLowerCase();
  const readings: Reading[] = [];
  for (const [row, words] of rowsOf(locales).entries())
    for (const [locale, names] of words)
      for (const name of names) {
        const behind = new RegExp(`^(?<rest>.*?)(?<mark>[.\\s_(\\[-]+)${name}[)\\]]?$`, 'u');
        if (behind.test(stem)) {
          const { rest, mark } = groupsOf<'rest' | 'mark'>(behind, stem);
          readings.push({
            key: `${folder}\n${row}\n${rest}${mark}*${ending}`,
            locale,
            isSure: name === locale.toLowerCase() && mark === '.',
          });
        }
        const before = new RegExp(`^[(\\[]?${name}(?<mark>[.\\s_)\\]-]+)(?<rest>.+)$`, 'u');
        if (before.test(stem)) {
          const { mark, rest } = groupsOf<'mark' | 'rest'>(before, stem);
          readings.push({
            key: `${folder}\n${row}\n*${mark}${rest}${ending}`,
            locale,
            isSure: false,
          });
        }
        // `content/kk/news/a.md` beside `content/ru/news/a.md`: the folder may stand further up.
        const above = folder.split('/');
        const place = above.findLastIndex(
          (part, at) => at > above.length - 5 && part.normalize('NFC').toLowerCase() === name,
        );
        if (place >= 0)
          readings.push({
            key: `${above.with(place, '*').join('/')}\n${row}\n${stem}${ending}`,
            locale,
            isSure: false,
          });
      }
  return readings;
}

/** The names of the site's languages in file names, row by row. The first row has the language tags. */
function rowsOf(locales: readonly Locale[]): Array<Array<readonly [Locale, readonly string[]]>> {
  const names = locales.map((locale) => writingOf(locale)?.imports.fileNames ?? []);
  const count = Math.max(1, ...names.map((rows) => rows.length));
  return Array.from({ length: count }, (_, row) =>
    locales.map((locale, index) => {
      const written = names[index]?.[row] ?? [];
      const tag = row === 0 ? [locale.toLowerCase()] : [];
      return [locale, [...new Set([...tag, ...written])]] as const;
    }),
  );
}
