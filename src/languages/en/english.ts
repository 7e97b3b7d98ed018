import type { Language } from '#languages/language.ts';

export const english: Language = {
  lostLetters: {},
  joinedEndings: [],
  grammar: async () => (await import('./grammar.ts')).grammar,
  queryWords: async () => (await import('./query-words.ts')).queryWords,
};
