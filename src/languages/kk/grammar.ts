import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import { asIfCyrillicKeyboard, keyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar } from '#languages/grammar.ts';
import { beforeHyphen, unfinishedStems } from '#languages/turkic/analyser.ts';
import { alphabetOf2021 } from './alphabet-of-2021.ts';
import { analyse, analyser, nameStems, withRussianLetters } from './grammar/analyse.ts';
import { stemShape } from './grammar/stem-shape.ts';

/** The Kazakh layout has Kazakh letters in place of the digits of the Russian one. */
const kazakhKeyboard = new Map([...russianKeyboard, ...keyboard('234589 0-=', 'әіңғүұ қөһ')]);

/** Kazakh, by its suffixes and its sound rules: see the README.md of the search. */
export const grammar: Grammar = {
  stems: (word) => analyse(beforeHyphen(word)),
  looseStems: (word) => analyse(withRussianLetters(beforeHyphen(word)), true),
  whole: (word) => stemShape(beforeHyphen(word)),
  names: (word) => nameStems(beforeHyphen(word)),
  unfinished: (word) => unfinishedStems(word, analyser),
  otherScripts: (word) => [
    ...fromLatin(word, alphabetOf2021),
    ...asIfCyrillicKeyboard(word, kazakhKeyboard),
  ],
};
