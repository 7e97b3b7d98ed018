import type { Stem } from '#languages/grammar.ts';

/** A language as the index and the search field need it. */
export interface SearchLanguage {
  /** The one token that stands for a word of a text in the index, as far as the word alone tells: `<folded stem>x<codes of lost letters>z`. */
  key(word: string): string;
  /** What a word that somebody typed may stand for. */
  readings(word: string, options: { typing: boolean }): Readings;
  /** All stems of a word, the likeliest first. For `settledKeys`. */
  stems(word: string): readonly Stem[];
  /** The likely stems of a word however its letters were typed, folded. For `repairs`. */
  looseStems(word: string): readonly Stem[];
}

/** What to look for in the index, in the order in which it is tried. A full key ends in `z`; anything else is the beginning of keys. */
export interface Readings {
  /** Full keys, the likeliest first: one to seven. */
  readonly exact: string[];
  /** Full keys of less likely analyses. */
  readonly wider: string[];
  /** `stemx`: however the Kazakh letters were typed, ё as е. */
  readonly folded: string[];
  /** `stemx`: read as Latin letters, or as the other keyboard layout; [] when the word cannot be that. */
  readonly scripts: string[];
  /** Beginnings of keys: a word of which the end is missing. While it is being typed, its stems as far as they can be told, too. */
  readonly prefix: string[];
}
