import type { Locale } from './locale.ts';

const collators = new Map<Locale, Intl.Collator>();

/** Compares two texts in the alphabet of the language (kk: а ә … г ғ … к қ); numbers inside by value. */
export function inAlphabet(locale: Locale): (a: string, b: string) => number {
  let collator = collators.get(locale);
  if (!collator) collators.set(locale, (collator = new Intl.Collator(locale, { numeric: true })));
  return collator.compare;
}

/** Compares by code unit: the same on every machine, for ids and file names that no reader sees sorted. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
