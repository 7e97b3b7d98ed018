import type { Grammar } from '#search/words/language.ts';
import { analyse, withRussianLetters } from './analyse.ts';
import { stemShape } from './stem-shape.ts';

export const kazakh: Grammar = {
  stems: (word) => analyse(beforeHyphen(word)),
  looseStems: (word) => analyse(withRussianLetters(beforeHyphen(word)), true),
  whole: (word) => stemShape(beforeHyphen(word)),
  unfinished,
};

/** «КСРО-дағы» → «КСРО»: `splitWords` leaves nothing but endings behind a hyphen. */
function beforeHyphen(word: string): string {
  return word.replace(/-.*$/u, '');
}

/** Stems of the word without up to three letters that may begin an ending: «мәселеле» → «мәселе». */
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
