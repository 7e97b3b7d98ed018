import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import { asIfCyrillicKeyboard, keyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar } from '#languages/grammar.ts';
import { alphabetOf2021 } from './alphabet-of-2021.ts';
import { analyse, nameStems, withRussianLetters } from './grammar/analyse.ts';
import { stemShape } from './grammar/stem-shape.ts';

/** The Kazakh layout has Kazakh letters in place of the digits of the Russian one. */
const kazakhKeyboard = new Map([...russianKeyboard, ...keyboard('234589 0-=', 'әіңғүұ қөһ')]);

/** Kazakh, by its suffixes and its sound rules: see the README.md of the search. */
export const grammar: Grammar = {
  stems: (word) => analyse(beforeHyphen(word)),
  looseStems: (word) => analyse(withRussianLetters(beforeHyphen(word)), true),
  whole: (word) => stemShape(beforeHyphen(word)),
  names: (word) => nameStems(beforeHyphen(word)),
  unfinished,
  otherScripts: (word) => [
    ...fromLatin(word, alphabetOf2021),
    ...asIfCyrillicKeyboard(word, kazakhKeyboard),
  ],
};

/** «КСРО-дағы» → «КСРО». `splitWords` leaves only endings after a hyphen. */
function beforeHyphen(word: string): string {
  return word.replace(/-.*$/u, '');
}

/** Stems after removing up to three letters that may be the start of an ending: «мәселеле» → «мәселе». */
function unfinished(word: string): string[] {
  const parts = [0, 1, 2, 3]
    .map((cut) => word.slice(0, word.length - cut))
    .filter((part) => part.length > 2);
  return [
    ...new Set(
      parts
        .flatMap((part) => analyse(part).slice(0, 3))
        .filter(({ worth }) => worth > -0.5)
        .map(({ stem }) => stem),
    ),
  ];
}
