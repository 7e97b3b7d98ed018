/** What the search needs from the program that holds the index of one language. */
export interface Engine {
  /** The documents that have a key starting with the term. A full key ends in `z`, so it matches only itself. */
  find(term: string): Promise<readonly WordMatch[]>;
  /** A document, with what a result shows of it. */
  document(number: number): Promise<SearchDocument>;
  /** The words of the vocabulary that start with a letter; the result may contain other words too. */
  words(letter: string): Promise<readonly string[]>;
}

/** A document that matches a term. */
export interface WordMatch {
  /** The number of the document; the newest is 0. */
  readonly document: number;
  readonly score: number;
  /** Indices into `placesOf(text)` of the document's text. */
  readonly positions: readonly number[];
}

/** The parts of a document that a result shows. */
export interface SearchDocument {
  readonly url: string;
  /** The first line is the title. */
  readonly text: string;
  readonly date: string;
  readonly topics: string;
  /**
   * Names by which the document can be found as well, a line each: those of its subjects in every language. Their
   * positions follow those of the text, after a line end.
   */
  readonly names?: string | undefined;
  /** What the document tells at once to who asks for it by name. */
  readonly facts?: readonly Fact[] | undefined;
}

/** A fact of a division, a person or the press office, for the answer box. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}
