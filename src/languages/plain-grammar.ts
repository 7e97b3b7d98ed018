import { asIfEnglishKeyboard } from './cyrillic/keyboard.ts';
import type { Grammar } from './grammar.ts';

/** The grammar for languages without one: each word is its own stem. */
export const plainGrammar: Grammar = {
  stems: (word) => [{ stem: word, worth: 0 }],
  looseStems: (word) => [{ stem: word, worth: 0 }],
  whole: (word) => word,
  unfinished: () => [],
  otherScripts: asIfEnglishKeyboard,
};
