/** One way to take a word apart. */
export interface Stem {
  /** In the one shape that all forms of the word share; not always a word. */
  readonly stem: string;
  /** The higher, the likelier: about a logarithm, so differences count. */
  readonly worth: number;
}

/** What the search must know of a language. */
export interface Grammar {
  /** Stems of a word, the likeliest first; at least one. */
  stems(word: string): readonly Stem[];
  /** As `stems`, of a word typed without the letters of this language that other keyboards lack; the stems lack them too. */
  looseStems(word: string): readonly Stem[];
  /** The stem of a word that is a dictionary form as it stands, whatever endings it seems to have. */
  whole(word: string): string;
  /** Stems of a word whose ending is not finished yet. */
  unfinished(word: string): readonly string[];
  /**
   * What a word may stand for that was typed in other letters, or with the keyboard left in another language, the
   * likeliest first; [] where it cannot be that.
   */
  otherScripts(word: string): readonly string[];
}
