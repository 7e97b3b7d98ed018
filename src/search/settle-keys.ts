import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { SplitZone } from './split-record.ts';
import { settledKeys } from './words/settled-keys.ts';

/**
 * A part of a document with one weight. `keys` has the keys at each place, several where a word can be read in several
 * ways; undefined where there is no word.
 */
export interface Zone {
  readonly weight: number;
  readonly keys: ReadonlyArray<readonly string[] | undefined>;
}

/** What is known of the words of one language. */
interface Known {
  readonly words: Set<string>;
  readonly names: Set<string>;
  /** Without repetition: thousands of texts name the same people. */
  readonly caseForms: Set<ReadonlyArray<readonly string[]>>;
}

/**
 * Decides the keys of every word of a site. Each decision uses all words of that language: those of its own texts, and
 * its names in texts of other languages.
 * @param zones the zones of all documents
 * @returns a function that replaces the words of one of these zones with keys
 */
export function settleKeys(zones: Iterable<SplitZone>): (zone: SplitZone) => Zone {
  const known = new Map<Locale, Known>();
  for (const { locale, words, names, caseForms } of zones) {
    let ofLanguage = known.get(locale);
    if (!ofLanguage)
      known.set(
        locale,
        (ofLanguage = { words: new Set(), names: new Set(), caseForms: new Set() }),
      );
    for (const word of words) if (word !== undefined) ofLanguage.words.add(word);
    for (const name of names ?? []) ofLanguage.names.add(name);
    for (const forms of caseForms ?? []) ofLanguage.caseForms.add(forms);
  }
  const keys = new Map(
    [...known].map(([locale, { words, names, caseForms }]) => [
      locale,
      settledKeys(locale, words, { names, caseForms: [...caseForms] }),
    ]),
  );
  return ({ locale, weight, words }) => {
    const ofLanguage = mustGet(keys, locale);
    return {
      weight,
      keys: words.map((word) => (word === undefined ? undefined : ofLanguage.get(word))),
    };
  };
}
