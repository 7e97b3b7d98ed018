import { builtInLocales, builtInStrings } from '#lang/built-in.ts';
import type { Locale } from '#lang/locale.ts';
import { must } from '#lang/lookup.ts';
import { pluralForms } from '#lang/message.ts';
import { stringIds, stringKeys } from '#lang/strings-keys.ts';

/**
 * The lines of `strings/<locale>.yaml` that a translator fills in: each missing key with its note, the originals, and
 * the plural forms that the language needs (CLDR, through `Intl.PluralRules`).
 * @param known the keys that the file already has
 * @returns the lines, and how many keys they hold
 */
export function stringsToFill(
  locale: Locale,
  known: ReadonlySet<string>,
): { readonly text: string; readonly count: number } {
  const originals = builtInLocales.map(
    (each) => [each, must(builtInStrings(each), `dictionary of ${each}`)] as const,
  );
  const missing = stringIds.filter((key) => !known.has(key));
  const paragraphs = missing.map((key) => {
    const { note, plural } = stringKeys[key] as (typeof stringKeys)[typeof key] & { plural?: true };
    const beside = originals.map(([each, texts]) => `# ${each}: ${JSON.stringify(texts[key])}`);
    const empty = plural
      ? [`${key}:`, ...pluralForms(locale).map((form) => `  ${form}: ''`)]
      : [`${key}: ${key === 'language.name' ? JSON.stringify(ownName(locale)) : "''"}`];
    return [`# ${note}`, ...beside, ...empty].join('\n');
  });
  return { text: paragraphs.map((each) => `${each}\n`).join('\n'), count: missing.length };
}

/** The name of a language in itself, with a capital where its script has them. */
function ownName(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return `${name.slice(0, 1).toLocaleUpperCase(locale)}${name.slice(1)}`;
}
