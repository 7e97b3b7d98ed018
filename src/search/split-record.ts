import type { Locale } from '#lang/locale.ts';
import { placesOf } from './places.ts';
import type { SearchRecord } from './records.ts';

/** A part of a document with one weight. `words` has the word at each place; undefined where there is none. */
export interface SplitZone {
  readonly weight: number;
  readonly locale: Locale;
  readonly words: ReadonlyArray<string | undefined>;
}

/**
 * The weight of a word by where it occurs, in Pagefind's units (24 is a weight of 1). Names weigh least: a reader who
 * searches for the police wants texts that mention the police, not everything that the police division has published.
 */
const weights = { title: 5 * 24, summary: 2 * 24, body: 24, names: Math.floor(0.4 * 24) };

/**
 * The text of a document that excerpts are cut from and that the positions of the index refer to. The first line is the
 * title.
 */
export function trueText({ title, summary, body }: SearchRecord): string {
  return [title, ...(summary ? [summary] : []), body].join('\n');
}

/**
 * Splits a record as the index needs it: `trueText`, place by place, then the names. A place without a word separates
 * the zones.
 */
export function recordSplitter(): (record: SearchRecord, locale: Locale) => SplitZone[] {
  // Interns words: each is stored once, and does not keep the text in memory that it was cut from.
  const once = new Map<string, string>();
  const intern = (word: string) => {
    let known = once.get(word);
    if (known === undefined) once.set((known = Buffer.from(word).toString()), known);
    return known;
  };
  const split = (text: string) => placesOf(text).map((place) => place && intern(place.word));
  // Cached, because thousands of texts name the same few people and divisions.
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
