import type { Locale } from '#lang/locale.ts';
import type { PerLocale } from '#schema/fields.ts';
import type { Reader, ReadFile } from './files.ts';

/**
 * Reports where a text said once for each language lacks a language of the site or has one that the site has not.
 * @param texts by the path of the field (`publisher.name`); absent ones are not asked for
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
          params: { locale, locales: locales.join(', ') },
        });
    }
  }
}
