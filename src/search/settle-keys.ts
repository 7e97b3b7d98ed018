import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { SplitZone } from './split-record.ts';
import { settledKeys } from './words/settled-keys.ts';

/** A part of a document that counts alike: what stands at each of its places, a key or nothing. */
export interface Zone {
  readonly weight: number;
  readonly keys: ReadonlyArray<string | undefined>;
}

/**
 * Settles the key of every word of a site by all words of its language: those of its texts, and of the names in other texts.
 * @param zones of all documents
 * @returns a zone with keys in place of its words
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
