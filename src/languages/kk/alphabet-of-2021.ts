import type { LatinAlphabet } from '#languages/cyrillic/from-latin.ts';

/** The Latin alphabet of Kazakh that was presented in 2021. */
export const alphabetOf2021: LatinAlphabet = {
  // These letters have no other use, so one of them proves that a word is in this alphabet.
  sure: /[äğıñöşūü]/u,
  letters: { ä: 'ә', ğ: 'ғ', ı: 'і', ñ: 'ң', ö: 'ө', ū: 'ұ', ü: 'ү', q: 'қ' },
};
