import type { Locale } from '#lang/locale.ts';
import type { PerLocale } from '#schema/fields.ts';
import type { Reader, ReadFile } from './files.ts';
import { unknownLocale } from './unknown-locale.ts';

/**
 * Checks texts that are written once per language. Reports each language of the site that is missing, and each language
 * that the site does not have.
 * @param texts by the path of the field (`publisher.name`); undefined ones are skipped
 */
export function checkLanguages(
  reader: Reader,
  { file, yaml }: ReadFile<unknown>,
  locales: readonly Locale[],
  texts: Readonly<Record<string, PerLocale | undefined>>,
): void {
  for (const [field, text] of Object.entries(texts)) {
    if (!text) continue;
    const path = field.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
    for (const locale of locales) {
      if (text[locale] === undefined)
        reader.problems.push({
          id: 'missing-translation',
          file,
          line: yaml.lineOf(path),
          params: { field, locale },
        });
    }
    for (const locale of Object.keys(text)) {
      if (!locales.includes(locale))
        reader.problems.push({
          id: 'unknown-locale',
          file,
          line: yaml.lineOf([...path, locale]),
          params: unknownLocale(locale, locales),
        });
    }
  }
}
