import type { Locale } from './locale.ts';

const collators = new Map<Locale, Intl.Collator>();

/**
 * A comparison in the alphabetical order of the language (kk: а ә … г ғ … к қ). Numbers in texts are compared by value.
 */
export function inAlphabet(locale: Locale): (a: string, b: string) => number {
  let collator = collators.get(locale);
  if (!collator) collators.set(locale, (collator = new Intl.Collator(locale, { numeric: true })));
  return collator.compare;
}

/**
 * Compares by code unit, which gives the same order on every machine. For ids and file names that readers do not see
 * sorted.
 */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
