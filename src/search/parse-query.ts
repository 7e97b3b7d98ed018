import { splitQuery, splitWords } from './words/split-words.ts';

/** A query, split into words and phrases. */
export interface Query {
  readonly words: readonly string[];
  /** The quoted phrases, each as a list of words. */
  readonly phrases: ReadonlyArray<readonly string[]>;
}

const quoted = /"([^"]*)"|«([^»]*)»|“([^”]*)”|„([^“”]*)[“”]/gu;

/** Parses a query. A quotation mark without its partner is ignored. */
export function parseQuery(text: string): Query {
  const phrases = [...text.matchAll(quoted)].map((match) =>
    wordsOf(match.slice(1).find((part) => part !== undefined)!),
  );
  return {
    words: splitQuery(text.replaceAll(quoted, ' ')),
    phrases: phrases.filter((words) => words.length > 0),
  };
}

function wordsOf(text: string): string[] {
  return splitWords(text).map(({ word }) => word);
}
