import { splitQuery, splitWords } from './words/split-words.ts';

/** A question as it was asked. */
export interface Query {
  readonly words: readonly string[];
  /** What stood in quotation marks, word by word. */
  readonly phrases: ReadonlyArray<readonly string[]>;
}

const quoted = /"([^"]*)"|«([^»]*)»|“([^”]*)”|„([^“”]*)[“”]/gu;

/** Reads a question. A quotation mark that is still alone means nothing. */
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
