import type { QueryWords } from '#languages/query-words.ts';

export const queryWords: QueryWords = {
  asking: 'what which who whom whose when where why how'.split(' '),
  function: (
    'a an the of to in on at by for from with about and or but is are was were be been do does did has have had ' +
    'will can could should would may i me my we us our you your he she it its they them their this that these ' +
    'those there if'
  ).split(' '),
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept?',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  year: [],
  days: { yesterday: -1, today: 0, tomorrow: 1 },
};
