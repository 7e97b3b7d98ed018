/** What the search asks of whatever keeps the index of a language. */
export interface Engine {
  /** The documents that hold a key beginning with the term; a whole key ends in `z` and so stands for itself. */
  find(term: string): Promise<readonly WordMatch[]>;
  /** A document as it is shown. */
  document(number: number): Promise<SearchDocument>;
  /** The words of the vocabulary that may begin with a letter; others may be among them. */
  words(letter: string): Promise<readonly string[]>;
}

export interface WordMatch {
  /** The number of the document; the newest is 0. */
  readonly document: number;
  readonly score: number;
  /** Places as in `placesOf` the text of the document. */
  readonly positions: readonly number[];
}

export interface SearchDocument {
  readonly url: string;
  /** The first line is the title. */
  readonly text: string;
  readonly date: string;
  readonly topics: string;
}
