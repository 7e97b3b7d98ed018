import type { Stem } from '#languages/grammar.ts';
import type { QueryWords } from '#languages/query-words.ts';

/** A language as the index and the search field need it. */
export interface SearchLanguage {
  /**
   * The token for a word of a text in the index, as far as the word alone determines it: `<folded stem>x<codes of lost
   * letters>z`.
   */
  key(word: string): string;
  /**
   * What a typed word may stand for.
   * @param options.typing whether the reader is still typing the word
   */
  readings(word: string, options: { typing: boolean }): Readings;
  /** All stems of a word, likeliest first. Used by `settledKeys`. */
  stems(word: string): readonly Stem[];
  /** The stems of a word if it is a personal name. Used by `settledKeys`. */
  names(word: string): readonly string[];
  /** A word in the letters that stems have: «oʻzbek» is «ўзбек» in Uzbek. Absent when they are those of the word. */
  readonly spelling?: ((word: string) => string) | undefined;
  /** The likely stems of a word, folded, however its letters were typed. Used by `repairs`. */
  looseStems(word: string): readonly Stem[];
  /** Its words that have a meaning of their own in a query; absent if they are not known. */
  readonly queryWords?: QueryWords | undefined;
}

/**
 * The terms to look up in the index, in the order in which they are tried. A full key ends in `z`; any other term is a
 * key prefix.
 */
export interface Readings {
  /** One to seven full keys, likeliest first. */
  readonly exact: string[];
  /** Full keys of less likely analyses. */
  readonly wider: string[];
  /** `stemx`: matches however the Kazakh letters were typed, and ё typed as е. */
  readonly folded: string[];
  /**
   * `stemx`: the word read as Latin letters, or as typed with the wrong keyboard layout. Empty when neither is
   * possible.
   */
  readonly scripts: string[];
  /** Key prefixes for a word whose end is missing. While the word is being typed, its possible stems too. */
  readonly prefix: string[];
}
