import { stemmer } from '@orama/stemmers/english';
import type { Grammar } from './language.ts';

/** English by Porter's stemmer. */
export const english: Grammar = {
  stems: (word) => [{ stem: stemmer(word), worth: 0 }],
  looseStems: (word) => [{ stem: stemmer(word), worth: 0 }],
  whole: (word) => stemmer(word),
  unfinished: (word) => [stemmer(word)],
};
