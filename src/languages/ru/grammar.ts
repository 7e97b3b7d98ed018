import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import { asIfCyrillicKeyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar, Stem } from '#languages/grammar.ts';
import { alphabetOf2021 } from '#languages/kk/alphabet-of-2021.ts';
import { isUnchanging, nominalStems } from './grammar/nominals.ts';
import { verbStems } from './grammar/verbs.ts';

/** Russian, by its declensions and conjugations. */
export const grammar: Grammar = {
  stems,
  looseStems: stems,
  whole: (word) => stems(word)[0]!.stem,
  names,
  unfinished,
  otherScripts: (word) => [
    // Russian texts are full of Kazakh names.
    ...fromLatin(word, alphabetOf2021),
    ...asIfCyrillicKeyboard(word, russianKeyboard),
  ],
};

/** The stems of the word as a noun or an adjective, and as a verb, likeliest first. */
function stems(typed: string): Stem[] {
  const word = typed.replaceAll('ё', 'е');
  if (isUnchanging(word)) return [{ stem: word, worth: 0 }];
  const found = new Map<string, number>();
  const add = (stem: string, worth: number): void => {
    const shape = shapeOf(stem);
    if (shape.length > 1 && worth > (found.get(shape) ?? -Infinity)) found.set(shape, worth);
  };
  for (const { stem, worth } of nominalStems(word)) add(stem, worth);
  if (word.length < 40) for (const { stem, worth } of verbStems(word)) add(stem, worth);
  if (found.size === 0) return [{ stem: word, worth: 0 }];
  return [...found]
    .map(([stem, worth]) => ({ stem, worth }))
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1));
}

/**
 * Surnames in -ов, -ев, -ин and -ын, which are declined partly as nouns, partly as adjectives. By its ending,
 * «Иванов» is a plural of «Иван».
 */
const surname = /^(.{2,}(?:[ое]в|[иы]н))(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?$/u;

function names(typed: string): string[] {
  const stem = surname.exec(typed.replaceAll('ё', 'е'))?.[1];
  return stem ? [shapeOf(stem)] : [];
}

/** Signs are dropped, because the soft sign depends on the ending («письмо» – «писем»); -ци- is what -ц- is. */
function shapeOf(stem: string): string {
  return stem.replace(/[ьъ]/gu, '').replace(/(?<=..ц)и$/u, '');
}

/** Stems after removing up to two letters that may be the start of an ending. */
function unfinished(word: string): string[] {
  const parts = [0, 1, 2]
    .map((cut) => word.slice(0, word.length - cut))
    .filter((part) => part.length > 3);
  return [...new Set(parts.flatMap((part) => stems(part).slice(0, 2)).map(({ stem }) => stem))];
}
