import type { Writing } from '#languages/writing.ts';

export const writing: Writing = {
  letters: 'abcdefghijklmnopqrstuvwxyz“”—',
  romanisation: { letters: {} },
  abbreviations: ['mr', 'mrs', 'dr', 'no'],
};
