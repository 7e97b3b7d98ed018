import { stemmer } from '@orama/stemmers/english';
import { asIfEnglishKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar } from '#languages/grammar.ts';

/** English, with Porter's stemmer. */
export const grammar: Grammar = {
  stems: (word) => [{ stem: stemmer(word), worth: 0 }],
  looseStems: (word) => [{ stem: stemmer(word), worth: 0 }],
  whole: (word) => stemmer(word),
  unfinished: (word) => [stemmer(word)],
  otherScripts: asIfEnglishKeyboard,
};
