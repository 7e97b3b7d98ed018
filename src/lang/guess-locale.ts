import type { Locale } from './locale.ts';

/** Letters that Kazakh has and Russian has not. */
const kazakhLetters = /[әғқңөұүһі]/giu;
/** Of the letters of Kazakh texts 14 to 20 in a hundred are among these; a Russian one has them in single names. */
const leastKazakh = 0.04;

/** Scripts that Unicode counts under another name than the languages that are written in them. */
const unicodeScript: Readonly<Record<string, string>> = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han',
  Kore: 'Hangul',
};

/**
 * The language of the site that a text is most likely written in: by its script, and Kazakh by its letters.
 * @param locales in order of preference, where two share a script
 * @returns undefined where the text has no letters of any of them
 */
export function guessLocale(text: string, locales: readonly Locale[]): Locale | undefined {
  const counted = locales.map((locale) => ({ locale, letters: lettersOf(locale, text) }));
  const most = Math.max(0, ...counted.map(({ letters }) => letters));
  const candidates = counted
    .filter(({ letters }) => letters === most && letters > 0)
    .map(({ locale }) => locale);
  const kazakh = candidates.find((locale) => locale.split('-')[0] === 'kk');
  if (!kazakh || candidates.length === 1) return candidates[0];
  const isKazakh = (text.match(kazakhLetters)?.length ?? 0) / most >= leastKazakh;
  return isKazakh ? kazakh : candidates.find((locale) => locale !== kazakh);
}

function lettersOf(locale: Locale, text: string): number {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  return (
    text.match(new RegExp(`\\p{Script=${unicodeScript[script] ?? script}}`, 'gu'))?.length ?? 0
  );
}
