import { alphabetOf } from './alphabet.ts';
import type { Locale } from './locale.ts';

/** BCP 47 scripts whose characters Unicode lists under another script name. */
const unicodeScript: Readonly<Record<string, string>> = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han',
  Kore: 'Hangul',
};

/**
 * Guesses which language of the site a text is in: by its script, and by letters that only one language has.
 * @param locales in order of preference, for languages that share a script
 * @returns undefined when the text has no letters of any of their scripts
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

/** The share, from 0 to 1, of letters that only this language has; 0 when it has no such letters. */
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
