import type { Language } from '#languages/language.ts';

export const uzbek: Language = {
  lostLetters: {
    // қ and ғ are lost as in Kazakh, whose folder has their codes.
    ў: ['о', 'w'],
    ҳ: ['х', 'k'],
    ʻ: ['', 'd'],
    ʼ: ['', 'f'],
  },
  // Keyboards have an apostrophe for the sign of oʻ and gʻ.
  typedMarks: [{ mark: String.raw`(?<=[oOgG])['‘’\u0060´](?=\p{L})`, letter: 'ʻ' }],
  joinedEndings: ['(?:ning|ni|ga|da|dan|dagi|lar|нинг|ни|га|даги|лар)'],
  grammar: async () => (await import('./grammar.ts')).grammar,
};
