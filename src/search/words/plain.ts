import type { Grammar } from './language.ts';

/** A language without rules: each word is its own stem. */
export const plain: Grammar = {
  stems: (word) => [{ stem: word, worth: 0 }],
  looseStems: (word) => [{ stem: word, worth: 0 }],
  whole: (word) => word,
  unfinished: () => [],
};
