/** What is known of how a language is written. Only programs that run in Node need it; `writings.ts` has them all. */
export interface Writing {
  /** Its small letters, and the signs of its texts: what a typeface must have for the language to be set in it. */
  readonly letters: string;
  /** What tells its texts from those of other languages by their letters; absent where letters do not. */
  readonly alphabet?: Alphabet;
  /** Its letters in Latin ones, for addresses: only those that lose more than a mark. */
  readonly romanisation: Romanisation;
  /** A sentence or two of press prose: how wide a typeface sets the language. */
  readonly sample?: string;
  /** Abbreviations after whose full stop the sentence goes on, without that full stop. */
  readonly abbreviations: readonly string[];
}

/** What tells a text of a language by its letters. */
export interface Alphabet {
  /** Letters that every longer text of the language has, and the other languages of the same script have not. */
  readonly own?: RegExp;
  /** The smallest share of its own letters in a text of the language, from 0 to 1; names alone have fewer. */
  readonly leastOwn?: number;
  /** Letters of the same script that the language has not. */
  readonly foreign: RegExp;
}

/** How a language is written in Latin letters. */
export interface Romanisation {
  /** Small letters, each with what it becomes: nothing, one letter or several. */
  readonly letters: Readonly<Record<string, string>>;
  /** What the neighbours of a letter decide. The text comes in small letters, composed (NFC). */
  readonly prepare?: (text: string) => string;
}
