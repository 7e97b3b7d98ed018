import { alphabetOf } from './alphabet.ts';
import type { Locale } from './locale.ts';

/** Scripts that Unicode counts under another name than the languages that are written in them. */
const unicodeScript: Readonly<Record<string, string>> = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han',
  Kore: 'Hangul',
};

/**
 * The language of the site that a text is most likely written in: by its script, and by letters that only one language has.
 * @param locales in order of preference, where two share a script
 * @returns undefined where the text has no letters of any of them
 */
export function guessLocale(text: string, locales: readonly Locale[]): Locale | undefined {
  const counted = locales.map((locale) => ({ locale, letters: countLetters(locale, text) }));
  const most = Math.max(0, ...counted.map(({ letters }) => letters));
  const candidates = counted
    .filter(({ letters }) => letters === most && letters > 0)
    .map(({ locale }) => locale);
  if (candidates.length === 1) return candidates[0];
  return (
    candidates.find((locale) => ownShare(locale, text, most) >= leastOwn(locale)) ??
    candidates.find((locale) => alphabetOf(locale)?.own === undefined) ??
    candidates[0]
  );
}

/** Of the letters of a text, those that the language alone has: from 0 to 1; none where it has no letters of its own. */
function ownShare(locale: Locale, text: string, letters: number): number {
  const own = alphabetOf(locale)?.own;
  return own ? (text.split(own).length - 1) / letters : 0;
}

function leastOwn(locale: Locale): number {
  return alphabetOf(locale)?.leastOwn ?? Infinity;
}

function countLetters(locale: Locale, text: string): number {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  return (
    text.match(new RegExp(`\\p{Script=${unicodeScript[script] ?? script}}`, 'gu'))?.length ?? 0
  );
}
