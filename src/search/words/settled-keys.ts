import { firstOf, mustGet } from '#lang/lookup.ts';
import type { Stem } from '#languages/grammar.ts';
import { keyOf } from './fold.ts';
import { searchLanguage } from './search-language.ts';

/** Analyses whose worth is lower than the best by more than this are ignored. */
const margin = 1.5;

/** The weight of the other words, compared with the evidence of the word itself. Measured: see README. */
const trust = 0.6;

/**
 * Decides keys by all words of the texts together. If a word can be analysed in several ways («саласында»: сала or
 * сал), the stem that more of the other words share wins. Used for the index only: a query finds either stem.
 * @param words every word of every text in this language; frequency and order do not matter
 * @returns the key of each of these words, by the word as written
 */
export function settledKeys(locale: string, words: ReadonlySet<string>): Map<string, string> {
  const language = searchLanguage(locale);
  const analyses = new Map<string, readonly Stem[]>();
  const lower = new Map(Array.from(words, (word) => [word, word.toLowerCase()]));
  for (const word of new Set(lower.values())) {
    const stems = language.stems(word);
    analyses.set(
      word,
      stems.filter(({ worth }) => worth >= firstOf(stems).worth - margin),
    );
  }
  const support = supportOf(analyses.values());
  const keys = new Map([...analyses].map(([word, stems]) => [word, keyOf(bestOf(stems, support))]));
  return new Map([...lower].map(([word, known]) => [word, mustGet(keys, known)]));
}

/**
 * How many words have each stem. A word with several stems is divided among them. The shares are added in order of
 * size, so that the order of the texts cannot change the rounding.
 */
function supportOf(analyses: Iterable<readonly Stem[]>): Map<string, number> {
  const shares = new Map<string, number[]>();
  for (const stems of analyses) {
    const total = stems.reduce((sum, { worth }) => sum + Math.exp(worth), 0);
    for (const { stem, worth } of stems)
      shares.set(stem, [...(shares.get(stem) ?? []), Math.exp(worth) / total]);
  }
  return new Map(
    [...shares].map(([stem, parts]) => [
      stem,
      parts.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0),
    ]),
  );
}

function bestOf(stems: readonly Stem[], support: ReadonlyMap<string, number>): string {
  const total = ({ stem, worth }: Stem): number => worth + trust * Math.log(mustGet(support, stem));
  return stems.reduce((best, each) => (total(each) > total(best) + 1e-9 ? each : best)).stem;
}
