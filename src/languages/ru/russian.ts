import type { Language } from '#languages/language.ts';

export const russian: Language = {
  lostLetters: {
    // Pagefind takes й for и with a mark, so й is folded too, and told apart by its code.
    й: ['и', 'j'],
    ё: ['е', 'y'],
    э: ['е', 'e'],
    ь: ['', 'b'],
    ъ: ['', 'c'],
  },
  joinedEndings: [],
  grammar: async () => (await import('./grammar.ts')).grammar,
};
