import type { Language } from '#languages/language.ts';

export const russian: Language = {
  lostLetters: {
    // Pagefind reads й as и with a mark, so й is folded too. Its code distinguishes it.
    й: ['и', 'j'],
    ё: ['е', 'y'],
    э: ['е', 'e'],
    ь: ['', 'b'],
    ъ: ['', 'c'],
  },
  joinedEndings: [],
  grammar: async () => (await import('./grammar.ts')).grammar,
  queryWords: async () => (await import('./query-words.ts')).queryWords,
};
