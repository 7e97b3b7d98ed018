import type { Grammar, Stem } from '#languages/grammar.ts';
import type { QueryWords } from '#languages/query-words.ts';
import { clean, cleanLetters } from './clean.ts';
import { anyKeyOf, fold, keyOf } from './fold.ts';
import type { Readings, SearchLanguage } from './language.ts';
import { dayStem, shapeStem } from './number-shapes.ts';
import { oneScript } from './one-script.ts';

/**
 * `margin`: how much lower than the best stem's worth a stem may be. `most`: how many stems are used. The values were
 * measured: see README.
 */
const limits = {
  exact: { margin: 0.5, most: 6 },
  wider: { margin: 3, most: 10 },
  folded: { margin: 0.6, most: 6 },
  scripts: { margin: 1.5, most: 6 },
  repair: { margin: 1, most: 6 },
} as const;

/** The greatest number of full keys for one word of a query. Each of them may need a file of the index. */
const mostExact = 7;

const none: Readings = { exact: [], wider: [], folded: [], scripts: [], prefix: [] };

/** Builds what the index and the search field need for a language, from its grammar and its words of queries. */
export function languageOf(grammar: Grammar, queryWords?: QueryWords): SearchLanguage {
  return {
    queryWords,
    key: (word) => keyOf(stemsOf(grammar, word)[0]!.stem),
    readings: (word, { typing }) => {
      const number = shapeStem(word);
      return number === undefined
        ? readings(grammar, oneScript(word), typing)
        : numberReadings(number, typing);
    },
    stems: (word) => stemsOf(grammar, word),
    names: (word) => namesOf(grammar, cleanLetters(oneScript(word))),
    spelling: grammar.spelling && ((word) => spelled(grammar, word)),
    looseStems: (word) =>
      likely(grammar.looseStems(cleanLetters(oneScript(word))), limits.repair).map(
        ({ stem, worth }) => ({ stem: fold(stem), worth }),
      ),
  };
}

function stemsOf(grammar: Grammar, word: string): readonly Stem[] {
  const number = shapeStem(word);
  return number === undefined
    ? grammar.stems(cleanLetters(oneScript(word)))
    : [{ stem: number, worth: 0 }];
}

/** A number is what was typed, or nothing: no digit is ever taken for another. A year is also the beginning of its days. */
function numberReadings(number: string, typing: boolean): Readings {
  return {
    ...none,
    exact: [keyOf(number)],
    wider: /^(?:19|20)\d\d$/u.test(number) ? [dayStem(number)] : [],
    prefix: typing ? [fold(number)] : [],
  };
}

function readings(grammar: Grammar, raw: string, typing: boolean): Readings {
  const word = cleanLetters(raw);
  if (!word) return { ...none, scripts: otherScripts(grammar, raw) };
  const stems = grammar.stems(word);
  const certain = [grammar.whole(word), ...namesOf(grammar, word)];
  const likeliest = stemsWithin(stems, limits.exact).slice(0, mostExact - certain.length);
  const exact = unique([...likeliest, ...certain].map(keyOf));
  return {
    exact,
    wider: unique(stemsWithin(stems, limits.wider).map(keyOf)).filter(
      (key) => !exact.includes(key),
    ),
    folded: loosely(grammar, word, limits.folded),
    scripts: otherScripts(grammar, raw),
    prefix: unique([
      fold(spelled(grammar, word)),
      ...(typing ? grammar.unfinished(word).map(anyKeyOf) : []),
    ]),
  };
}

function otherScripts(grammar: Grammar, raw: string): string[] {
  return unique(
    grammar.otherScripts(clean(raw)).flatMap((word) => loosely(grammar, word, limits.scripts)),
  );
}

function loosely(grammar: Grammar, word: string, limit: Limit): string[] {
  return unique(
    [
      ...stemsWithin(grammar.looseStems(word), limit),
      grammar.whole(word),
      ...namesOf(grammar, word),
    ].map(anyKeyOf),
  );
}

interface Limit {
  readonly margin: number;
  readonly most: number;
}

function likely(stems: readonly Stem[], { margin, most }: Limit): readonly Stem[] {
  return stems.filter(({ worth }) => worth >= stems[0]!.worth - margin).slice(0, most);
}

function spelled(grammar: Grammar, word: string): string {
  return grammar.spelling?.(word) ?? word;
}

function namesOf(grammar: Grammar, word: string): readonly string[] {
  return grammar.names?.(word) ?? [];
}

function stemsWithin(stems: readonly Stem[], limit: Limit): string[] {
  return likely(stems, limit).map(({ stem }) => stem);
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
