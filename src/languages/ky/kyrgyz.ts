import type { Language } from '#languages/language.ts';

export const kyrgyz: Language = {
  // ң, ө and ү are lost as in Kazakh, whose folder has their codes: a letter is folded in texts of any language.
  lostLetters: {},
  joinedEndings: ['[дт][аеө]н?|[гк][аеө]|[дтн][ыиуү]н|[ыиуү]?нч[ыиуү]|с[ыиуү]'],
  grammar: async () => (await import('./grammar.ts')).grammar,
};
