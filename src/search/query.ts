import { type DateTerms, queryDates } from './date-query.ts';
import type { Engine } from './engine.ts';
import { all, either, eitherOf, type Hit, type Hits, some } from './hits.ts';
import { parseQuery } from './parse-query.ts';
import { ranked, type Result } from './rank.ts';
import { searchWord, type Step, steps, weights, type WordSearch } from './word-search.ts';
import type { SearchLanguage } from './words/language.ts';

export interface SearchAnswerSet {
  /** Best first. Documents with the whole query come before those with a part of it. */
  readonly results: readonly Result[];
  /** True when no document contains all of the words, so the results contain only some of them. */
  readonly partial: boolean;
  /**
   * Words that were found only in another reading than the typed one, with a position of that reading in the best
   * result.
   */
  readonly read: readonly QueryReading[];
  /**
   * The words that may have been meant by a mistyped one, when there are several: each with a document and a position
   * where it stands.
   */
  readonly meant?: readonly Meant[] | undefined;
  /**
   * How a quoted phrase was softened, because it is nowhere as it was typed: to the same words in other forms, or to its
   * words anywhere.
   */
  readonly softened?: 'forms' | 'words' | undefined;
  /** The words that were searched, when the query has more of them than are searched. */
  readonly shortened?: number | undefined;
}

/** A word that was found in another reading. */
export interface QueryReading {
  readonly word: string;
  readonly step: Step;
  readonly position: number;
}

/** A word that may have been meant. */
export interface Meant {
  readonly word: string;
  readonly document: number;
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
  /** The day in the time zone of the site, `2026-01-22`, for «yesterday». Without it, days are words like others. */
  readonly today?: string;
}

/** A part of the query: a word, the step at which it was found, and its hits. A phrase is a part, too. */
interface Found {
  readonly word?: WordSearch;
  readonly step: Step;
  readonly hits: Hits;
}

/** These steps find other forms of the same word. The other steps read its letters differently. */
const sameWord: readonly Step[] = ['exact', 'wider', 'names'];

/** Fewer results than this are followed by documents that contain a part of the question. */
const few = 5;

/** A query of at least this many words is a question: not every word of it need be in the text that answers it. */
const question = 3;

const nothing: SearchAnswerSet = { results: [], partial: false, read: [] };

/**
 * Answers a query from one index. Each word matches in its nearest reading; all words must match if possible. A phrase
 * is found as it was typed, or else softened in steps.
 */
export async function answer(text: string, asking: Asking): Promise<SearchAnswerSet> {
  const { engine, language, others = async () => [], typing = false, strict = false } = asking;
  const query = parseQuery(text);
  const asked = (word: string, unfinished = false) =>
    searchWord(word, { engine, language, others, typing: unfinished });
  const shortened = query.isShortened
    ? query.words.length + query.phrases.flat().length
    : undefined;

  const phrases = await Promise.all(
    query.phrases.map(async (words) => {
      const searched = words.map((word) => asked(word));
      return { words, ...(await searchPhrase(searched, engine)) };
    }),
  );
  const softened = phrases.some(({ hits }) => hits.size === 0)
    ? 'words'
    : phrases.some(({ isVerbatim }) => !isVerbatim)
      ? 'forms'
      : undefined;
  if (strict && softened) return nothing;
  const loose = phrases.flatMap(({ hits, words }) => (hits.size === 0 ? words : []));
  const dated = queryDates(
    query.words,
    asking.today ? language.queryWords : undefined,
    asking.today ?? '',
  );
  const dates = await Promise.all(
    dated.dates.map(async (date) => ({ date, hits: await dateHits(date, asked, engine) })),
  );
  // A day on which nothing happened is only words.
  const plainDates = dates.filter(({ hits }) => hits.size === 0).length > 0;
  const words = telling([...(plainDates ? query.words : dated.rest), ...loose], language);
  const unfinished = typing && /\S$/u.test(text) ? query.words.at(-1) : undefined;
  const found: Found[] = [
    ...phrases.flatMap(({ hits }) => (hits.size > 0 ? [{ step: 'exact' as const, hits }] : [])),
    ...(plainDates ? [] : dates.map(({ hits }) => ({ step: 'exact' as const, hits }))),
    ...(await Promise.all(
      words.map((word) =>
        word === unfinished
          ? unfinishedWord(asked(word, true), strict)
          : nearestReading(asked(word), strict),
      ),
    )),
  ];

  const together = await allWords(found);
  const full = together ? await ranked(together, words, engine) : [];
  if (strict && full.length === 0) return nothing;
  const isEnough = strict || full.length >= few || (full.length > 0 && found.length < question);
  const partly = isEnough ? [] : await partial(found, new Set(together?.keys()), words, engine);
  return {
    results: [...full.map(above(partly)), ...partly],
    partial: full.length === 0 && partly.length > 0,
    read: full.length > 0 ? otherReadings(found, full[0]) : [],
    meant: await meantWords(found),
    softened: full.length + partly.length > 0 ? softened : undefined,
    shortened,
  };
}

/** The words that say what is asked: a question is not about the word «when». */
function telling(words: readonly string[], { queryWords }: SearchLanguage): readonly string[] {
  const asking = new Set(queryWords?.asking);
  const rest = words.filter((word) => !asking.has(word.toLowerCase()));
  const idle = new Set(rest.length < question ? [] : queryWords?.function);
  const left = rest.filter((word) => !idle.has(word.toLowerCase()));
  return [left, rest, words].find(({ length }) => length > 0) ?? [];
}

/** The scores of full answers are raised above those of partial ones, because results of languages are merged by score. */
function above(partly: readonly Result[]): (result: Result) => Result {
  const most = partly[0]?.score ?? 0;
  return (result) => ({ ...result, score: result.score + most });
}

async function partial(
  found: readonly Found[],
  without: ReadonlySet<number>,
  words: readonly string[],
  engine: Engine,
): Promise<Result[]> {
  const hits = some(found.map(({ hits, step }) => ({ hits, weight: weights[step] })));
  const left = new Map([...hits].filter(([document]) => !without.has(document)));
  return (await ranked(left, words, engine)).map((result) => ({ ...result, partial: true }));
}

/** The documents of a day or a month, and those whose texts name the month. */
async function dateHits(
  { terms, words }: DateTerms,
  asked: (word: string) => WordSearch,
  engine: Engine,
): Promise<Hits> {
  const [found, named] = await Promise.all([
    Promise.all(terms.map((term) => engine.find(term))),
    Promise.all(words.map((word) => asked(word).at('exact'))),
  ]);
  return eitherOf([either(found), all(named)]);
}

async function searchPhrase(
  words: readonly WordSearch[],
  engine: Engine,
): Promise<{ hits: Hits; isVerbatim: boolean }> {
  const { searchPhrase } = await import('./phrase.ts'); // A separate download, only for queries with a phrase.
  return searchPhrase(words, engine);
}

async function allWords(found: readonly Found[]): Promise<Hits | undefined> {
  if (found.length === 0 || found.some(({ hits }) => hits.size === 0)) return undefined;
  const together = all(found.map(({ hits }) => hits));
  if (together.size > 0) return together;
  // Each word matches somewhere, but no document has them all. More distant readings may match together.
  for (const limit of ['wider', 'folded', 'names'] as const) {
    const hits = await Promise.all(
      found.map(({ word, step, hits }) =>
        word && isBefore(step, limit) ? word.upTo(limit) : Promise.resolve(hits),
      ),
    );
    const wider = all(hits);
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
  return { word, step: 'repairs', hits: new Map<number, Hit>() };
}

/** A word that is still being typed: matches the word as it is, and all words that it may become. */
async function unfinishedWord(word: WordSearch, strict: boolean): Promise<Found> {
  const hits = eitherOf(await Promise.all([word.at('exact'), word.at('prefix')]));
  return hits.size > 0 ? { word, step: 'exact', hits } : nearestReading(word, strict);
}

/** Where a slip can be repaired in several ways, the reader chooses. */
async function meantWords(found: readonly Found[]): Promise<Meant[] | undefined> {
  const repaired = found.find(({ step, hits }) => step === 'repairs' && hits.size > 0)?.word;
  const choices = (await repaired?.repaired()) ?? [];
  if (!repaired || choices.length < 2) return undefined;
  return choices.flatMap((hits) => {
    const [best] = [...hits].sort(([a, one], [b, two]) => two.score - one.score || a - b);
    const position = best?.[1].positions[0];
    return best && position !== undefined
      ? [{ word: repaired.word, document: best[0], position }]
      : [];
  });
}

function otherReadings(found: readonly Found[], best: Result | undefined): QueryReading[] {
  return found.flatMap(({ word, step, hits }) => {
    if (!word || !best || sameWord.includes(step)) return [];
    const positions = hits.get(best.document)?.positions ?? [];
    return positions.slice(0, 1).map((position) => ({ word: word.word, step, position }));
  });
}
