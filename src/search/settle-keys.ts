import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { SplitZone } from './split-record.ts';
import { settledKeys } from './words/settled-keys.ts';

/** A part of a document with one weight. `keys` has the key at each place; undefined where there is no word. */
export interface Zone {
  readonly weight: number;
  readonly keys: ReadonlyArray<string | undefined>;
}

/**
 * Decides the key of every word of a site. Each decision uses all words of that language: those of its own texts, and
 * its names in texts of other languages.
 * @param zones the zones of all documents
 * @returns a function that replaces the words of one of these zones with keys
 */
export function settleKeys(zones: Iterable<SplitZone>): (zone: SplitZone) => Zone {
  const words = new Map<Locale, Set<string>>();
  for (const { locale, words: ofZone } of zones) {
    const known = words.get(locale) ?? new Set();
    words.set(locale, known);
    for (const word of ofZone) if (word !== undefined) known.add(word);
  }
  const keys = new Map([...words].map(([locale, known]) => [locale, settledKeys(locale, known)]));
  return ({ locale, weight, words: ofZone }) => {
    const ofLanguage = mustGet(keys, locale);
    return {
      weight,
      keys: ofZone.map((word) => (word === undefined ? undefined : ofLanguage.get(word))),
    };
  };
}
