import type { Engine } from './engine.ts';
import { all, eitherOf, type Hits, some } from './hits.ts';
import { parseQuery } from './parse-query.ts';
import { searchWord, type Step, steps, type WordSearch } from './word-search.ts';
import type { SearchLanguage } from './words/language.ts';

export interface SearchAnswerSet {
  /** Best first; for equal scores, newest first. */
  readonly results: readonly Result[];
  /** True when no document contains all of the words, so the results contain only some of them. */
  readonly partial: boolean;
  /**
   * Words that were found only in another reading than the typed one, with a position of that reading in the best
   * result.
   */
  readonly read: readonly QueryReading[];
}

export interface Result {
  readonly document: number;
  readonly score: number;
  /** The positions to highlight. */
  readonly positions: readonly number[];
}

/** A word that was found in another reading. */
export interface QueryReading {
  readonly word: string;
  readonly step: Step;
  readonly position: number;
}

/** Where and how to search. */
export interface Asking {
  readonly engine: Engine;
  readonly language: SearchLanguage;
  /** The other languages of the site, because every index contains names in all of them. Called only when needed. */
  readonly others?: () => Promise<readonly SearchLanguage[]>;
  /** The reader is still typing, so the last word may be incomplete. */
  readonly typing?: boolean;
  /**
   * Match only the typed words, in any of their forms, and require all of them. No other reading of the letters is
   * tried.
   */
  readonly strict?: boolean;
}

/** A word, the step at which it was found, and its hits. */
interface Found {
  readonly word: WordSearch;
  readonly step: Step;
  readonly hits: Hits;
}

/** These steps find other forms of the same word. The other steps read its letters differently. */
const sameWord: readonly Step[] = ['exact', 'wider', 'names'];

const nothing: SearchAnswerSet = { results: [], partial: false, read: [] };

/**
 * Answers a query from one index. A phrase must match exactly. Each word matches in its nearest reading; all words must
 * match if possible.
 */
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
  const { searchPhrase } = await import('./phrase.ts'); // A separate download, only for queries with a phrase.
  return searchPhrase(words, engine);
}

async function allWords(
  phrases: readonly Hits[],
  nearest: readonly Found[],
): Promise<Hits | undefined> {
  if (nearest.some(({ hits }) => hits.size === 0)) return undefined;
  const together = all([...phrases, ...nearest.map(({ hits }) => hits)]);
  if (together.size > 0) return together;
  // Each word matches somewhere, but no document has them all. More distant readings may match together.
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

/** Tries the steps in order until one finds something. */
async function nearestReading(word: WordSearch, strict = false): Promise<Found> {
  for (const step of strict ? sameWord : steps) {
    const hits = await word.at(step);
    if (hits.size > 0) return { word, step, hits };
  }
  return { word, step: 'repairs', hits: new Map() };
}

/** A word that is still being typed: matches the word as it is, and all words that it may become. */
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
