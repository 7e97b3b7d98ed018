import type { Locale } from '#lang/locale.ts';
import { placesOf } from './places.ts';
import type { SearchRecord } from './records.ts';
import type { KeyOf } from './settle-keys.ts';

/** A part of a document that counts alike: what stands at each of its places, a key or nothing. */
export interface Zone {
  readonly weight: number;
  readonly keys: ReadonlyArray<string | undefined>;
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

/** A record as the index is given it: `trueText`, place for place, and after it the names. A place without a key parts the zones. */
export function zonesOf({ title, summary, body, names }: SearchRecord, locale: Locale, keyOf: KeyOf): Zone[] {
  const zone = (weight: number, text: string, own: Locale): Zone => ({ weight, keys: placesOf(text).map((place) => place && keyOf(own, place.word)) });
  return [
    zone(weights.title, title, locale),
    ...(summary ? [zone(weights.summary, summary, locale)] : []),
    zone(weights.body, body, locale),
    ...names.map((name) => zone(weights.names, name.text, name.locale)),
  ];
}
