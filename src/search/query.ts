import type { Engine } from './engine.ts';
import { all, eitherOf, type Hits, some } from './hits.ts';
import { parseQuery } from './parse-query.ts';
import { searchWord, type Step, steps, type WordSearch } from './word-search.ts';
import type { SearchLanguage } from './words/language.ts';

export interface SearchAnswerSet {
  /** Best first; of equals, the newest. */
  readonly results: readonly Result[];
  /** No document holds all of the words: these hold some of them. */
  readonly partial: boolean;
  /** Words that are found only in another reading than the one typed, and where the best result has it. */
  readonly read: readonly QueryReading[];
}

export interface Result {
  readonly document: number;
  readonly score: number;
  /** The places to be marked. */
  readonly positions: readonly number[];
}

export interface QueryReading {
  readonly word: string;
  readonly step: Step;
  readonly position: number;
}

export interface Asking {
  readonly engine: Engine;
  readonly language: SearchLanguage;
  /** The other languages of the site: names stand in the index in each. Asked for when they are needed. */
  readonly others?: () => Promise<readonly SearchLanguage[]>;
  /** The reader is still writing: the last word may be unfinished. */
  readonly typing?: boolean;
  /** Only the words that were typed, in any form: no other reading of the letters, and all of them. */
  readonly strict?: boolean;
}

/** A word, the step at which it was found, and where. */
interface Found {
  readonly word: WordSearch;
  readonly step: Step;
  readonly hits: Hits;
}

/** Another form of a word is the word; other letters are another reading of it. */
const sameWord: readonly Step[] = ['exact', 'wider', 'names'];

const nothing: SearchAnswerSet = { results: [], partial: false, read: [] };

/** Answers a question in an index. A phrase must be there as it stands; words in their nearest reading, all of them if possible. */
export async function answer(
  text: string,
  { engine, language, others = async () => [], typing = false, strict = false }: Asking,
): Promise<SearchAnswerSet> {
  const query = parseQuery(text);
  const asked = (word: string, unfinished = false) =>
    searchWord(word, { engine, language, others, typing: unfinished });
  const phrases = await Promise.all(
    query.phrases.map((words) =>
      phrase(
        words.map((word) => asked(word)),
        engine,
      ),
    ),
  );
  if (phrases.some(({ size }) => size === 0)) return nothing;
  const unfinished = typing && /\S$/u.test(text) ? query.words.length - 1 : undefined;
  const nearest = await Promise.all(
    query.words.map((word, index) =>
      index === unfinished
        ? unfinishedWord(asked(word, true), strict)
        : nearestReading(asked(word), strict),
    ),
  );

  const together = await allWords(phrases, nearest);
  if (together)
    return {
      results: ranked(together),
      partial: false,
      read: otherReadings(nearest, ranked(together)[0]),
    };
  if (strict) return nothing;
  const partly = some(nearest.map(({ hits }) => hits));
  return {
    results: ranked(phrases.length > 0 ? all([...phrases, partly]) : partly),
    partial: partly.size > 0,
    read: [],
  };
}

async function phrase(words: readonly WordSearch[], engine: Engine): Promise<Hits> {
  const { searchPhrase } = await import('./phrase.ts'); // Downloaded by those who need it.
  return searchPhrase(words, engine);
}

async function allWords(
  phrases: readonly Hits[],
  nearest: readonly Found[],
): Promise<Hits | undefined> {
  if (nearest.some(({ hits }) => hits.size === 0)) return undefined;
  const together = all([...phrases, ...nearest.map(({ hits }) => hits)]);
  if (together.size > 0) return together;
  // Each word is somewhere, but they are nowhere together: in readings a little further off they may be.
  for (const limit of ['wider', 'names', 'folded'] as const) {
    const hits = await Promise.all(
      nearest.map((found) =>
        isBefore(found.step, limit) ? found.word.upTo(limit) : Promise.resolve(found.hits),
      ),
    );
    const wider = all([...phrases, ...hits]);
    if (wider.size > 0) return wider;
  }
  return undefined;
}

function isBefore(step: Step, other: Step): boolean {
  return steps.indexOf(step) < steps.indexOf(other);
}

/** A word at the first step that finds anything. */
async function nearestReading(word: WordSearch, strict = false): Promise<Found> {
  for (const step of strict ? sameWord : steps) {
    const hits = await word.at(step);
    if (hits.size > 0) return { word, step, hits };
  }
  return { word, step: 'repairs', hits: new Map() };
}

/** A word still being typed: what it is already, and all that it may become. */
async function unfinishedWord(word: WordSearch, strict: boolean): Promise<Found> {
  const hits = eitherOf(await Promise.all([word.at('exact'), word.at('prefix')]));
  return hits.size > 0 ? { word, step: 'exact', hits } : nearestReading(word, strict);
}

function ranked(hits: Hits): Result[] {
  return [...hits]
    .map(([document, hit]) => ({ document, ...hit }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

function otherReadings(nearest: readonly Found[], best: Result | undefined): QueryReading[] {
  return nearest
    .filter(({ step }) => !sameWord.includes(step))
    .flatMap(({ word: { word }, step, hits }) =>
      (best ? (hits.get(best.document)?.positions ?? []).slice(0, 1) : []).map((position) => ({
        word,
        step,
        position,
      })),
    );
}
