import { stemmer } from '@orama/stemmers/russian';
import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import { asIfCyrillicKeyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar, Stem } from '#languages/grammar.ts';
import { alphabetOf2021 } from '#languages/kk/alphabet-of-2021.ts';
import { softened, stemRules, wordRules } from './grammar/other-stems.ts';

/** Russian, with the Snowball stemmer and rules for forms that it fails to unite or wrongly unites. */
export const grammar: Grammar = {
  stems,
  looseStems: stems,
  whole: (word) => stems(word)[0]!.stem,
  unfinished,
  otherScripts: (word) => [
    // Russian texts are full of Kazakh names.
    ...fromLatin(word, alphabetOf2021),
    ...asIfCyrillicKeyboard(word, russianKeyboard),
  ],
};

/** The stem from Snowball first, unless a rule is likelier; then the other possible stems. */
function stems(typed: string): Stem[] {
  const word = typed.replaceAll('ё', 'е');
  const found = new Map<string, number>();
  const add = (stem: string, worth: number): void => {
    const shape = shapeOf(stem);
    if (shape.length > 1 && worth > (found.get(shape) ?? -Infinity)) found.set(shape, worth);
  };
  const snowball = stemmer(word);
  add(snowball, 0);
  if (found.size === 0) return [{ stem: word, worth: 0 }];
  for (const [pattern, stem, worth] of wordRules)
    if (pattern.test(word)) add(word.replace(pattern, stem), worth);
  for (const [pattern, stem, worth] of stemRules)
    if (pattern.test(snowball)) add(snowball.replace(pattern, stem), worth);
  if (/ен|[ую](?:сь)?$/u.test(word.slice(-6))) {
    const participle = /[жшщчл]енн?(?:а|о|ы|[оыа][а-я]{1,2})?$/u.test(word);
    const root = snowball.replace(/енн?$/u, '');
    for (const [pattern, stem, worth] of softened)
      if (pattern.test(root)) add(root.replace(pattern, stem), worth - (participle ? 0 : 0.3));
  }
  return [...found]
    .map(([stem, worth]) => ({ stem, worth }))
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1));
}

/** Signs are dropped, because the soft sign depends on the ending («письмо» – «писем»). */
function shapeOf(stem: string): string {
  return stem.replace(/[ьъ]/gu, '');
}

/** Stems after removing up to two letters that may be the start of an ending. */
function unfinished(word: string): string[] {
  const parts = [0, 1, 2]
    .map((cut) => word.slice(0, word.length - cut))
    .filter((part) => part.length > 3);
  return [...new Set(parts.flatMap((part) => stems(part).slice(0, 2)).map(({ stem }) => stem))];
}
