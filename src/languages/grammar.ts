/** One possible analysis of a word. */
export interface Stem {
  /** The stem in a shape that all forms of the word share. It is not always a word. */
  readonly stem: string;
  /** The likelihood of this stem; higher is likelier. It is roughly a logarithm, so only differences matter. */
  readonly worth: number;
}

/** What the search needs to know about a language. */
export interface Grammar {
  /**
   * A word in the letters that the stems have, for a language that is written in more than one alphabet. The word is
   * in lower case. Absent when stems have the letters of the words.
   */
  spelling?(word: string): string;
  /** The possible stems of a word, likeliest first. At least one. */
  stems(word: string): readonly Stem[];
  /**
   * Like `stems`, for a word typed without those letters of the language that other keyboards lack. The stems lack them
   * too.
   */
  looseStems(word: string): readonly Stem[];
  /** The stem of a word taken as a dictionary form, whatever endings it seems to have. */
  whole(word: string): string;
  /**
   * The stems of a word taken as a personal name, likeliest first: «Ивановым» is of «Иванов», not of «Иван». Empty when
   * names are declined like any other word.
   */
  names?(word: string): readonly string[];
  /** Possible stems of a word whose ending is not complete yet. */
  unfinished(word: string): readonly string[];
  /**
   * The words that may be meant by a word typed in another alphabet or with the wrong keyboard layout, likeliest first.
   * Empty when neither is possible.
   */
  otherScripts(word: string): readonly string[];
}
