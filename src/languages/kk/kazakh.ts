import type { Language } from '#languages/language.ts';

export const kazakh: Language = {
  lostLetters: {
    ә: ['а', 'a'],
    ғ: ['г', 'g'],
    қ: ['к', 'q'],
    ң: ['н', 'n'],
    ө: ['о', 'o'],
    ұ: ['у', 'u'],
    ү: ['у', 'v'],
    һ: ['х', 'h'],
    і: ['и', 'i'],
  },
  // «ҚР-ның»; «2026-жылғы» is two words, «5-ші» one.
  joinedEndings: [
    '[дт][аеыі]|[ғгқк][ае]|[дтн][ае]н|[дтн][ыі]ң|[бпм]ен', // cases
    '[лдт][ае]р|[дт][ае][ғг][ыі]|[ыі]?ш[ыі]', // plural, «which is in», «the nth»
    'с?[ыі]н?|с?[ыі]н[ае]|с?[ыі]н?[дт][ае]|н[ае]|нд[ае]|н[ыі]', // possessive with its cases
  ],
  grammar: async () => (await import('./grammar.ts')).grammar,
  queryWords: async () => (await import('./query-words.ts')).queryWords,
};
