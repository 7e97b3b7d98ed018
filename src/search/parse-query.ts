import { splitQuery, splitWords } from './words/split-words.ts';

/** A query, split into words and phrases. */
export interface Query {
  /** Each word once. */
  readonly words: readonly string[];
  /** The quoted phrases, each as a list of words. */
  readonly phrases: ReadonlyArray<readonly string[]>;
  /** True when the query has more words than are searched. */
  readonly isShortened?: true;
}

/** The number of words that are searched. Each needs its own lookups, and a longer question finds nothing more. */
export const mostWords = 24;

const quoted = /"([^"]*)"|«([^»]*)»|“([^”]*)”|„([^“”]*)[“”]/gu;

/** Parses a query. A quotation mark without its partner is ignored. */
export function parseQuery(text: string): Query {
  let left = mostWords;
  const limited = (words: readonly string[]) => {
    const some = words.slice(0, left);
    left -= some.length;
    return some;
  };
  const all = [...text.matchAll(quoted)].map((match) =>
    wordsOf(match.slice(1).find((part) => part !== undefined)!),
  );
  const phrases = all.map(limited).filter((words) => words.length > 0);
  const words = unique(splitQuery(text.replaceAll(quoted, ' ')));
  const some = limited(words);
  const isShortened = some.length < words.length || phrases.flat().length < all.flat().length;
  return { words: some, phrases, ...(isShortened && { isShortened }) };
}

function wordsOf(text: string): string[] {
  return splitWords(text).map(({ word }) => word);
}

/** The words without repetitions, whatever their case. */
function unique(words: readonly string[]): string[] {
  const known = new Set<string>();
  return words.filter((word) => known.size < known.add(word.toLowerCase()).size);
}
