import type { Locale } from '#lang/locale.ts';
import { placesOf } from './places.ts';
import type { SearchRecord } from './records.ts';

/** A part of a document that counts alike: the word at each of its places, or nothing. */
export interface SplitZone {
  readonly weight: number;
  readonly locale: Locale;
  readonly words: ReadonlyArray<string | undefined>;
}

/**
 * How much a word counts by where it stands, as Pagefind writes it (1 is 24). Names count least: who searches for the
 * police means the texts that speak of it before all those that the division has published.
 */
const weights = { title: 5 * 24, summary: 2 * 24, body: 24, names: Math.floor(0.4 * 24) };

/** What excerpts are taken from, and what the positions of the index mean: the first line is the title. */
export function trueText({ title, summary, body }: SearchRecord): string {
  return [title, ...(summary ? [summary] : []), body].join('\n');
}

/** Splits a record as the index is given it: `trueText`, place for place, and after it the names. A place without a word parts the zones. */
export function recordSplitter(): (record: SearchRecord, locale: Locale) => SplitZone[] {
  // A word is kept once, however often it is written, and does not hold the text that it was cut out of.
  const once = new Map<string, string>();
  const intern = (word: string) => {
    let known = once.get(word);
    if (known === undefined) once.set((known = Buffer.from(word).toString()), known);
    return known;
  };
  const split = (text: string) => placesOf(text).map((place) => place && intern(place.word));
  // Thousands of texts are about the same few people and divisions.
  const names = new Map<string, ReturnType<typeof split>>();
  const splitNames = (text: string) => {
    const known = names.get(text) ?? split(text);
    names.set(text, known);
    return known;
  };
  return (record, locale) => [
    { weight: weights.title, locale, words: split(record.title) },
    ...(record.summary ? [{ weight: weights.summary, locale, words: split(record.summary) }] : []),
    { weight: weights.body, locale, words: split(record.body) },
    ...record.names.map((name) => ({
      weight: weights.names,
      locale: name.locale,
      words: splitNames(name.text),
    })),
  ];
}
