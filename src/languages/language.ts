import type { Grammar } from './grammar.ts';
import type { QueryWords } from './query-words.ts';

/**
 * What every page needs to know about a language that Jarshy supports. It must stay small, because a browser loads it
 * for all languages. What only Node needs is in `Writing`; the texts are in the YAML files of the language's folder.
 */
export interface Language {
  /**
   * Letters that people omit or replace when they type. Each has its replacement, and the Latin letter that is its code
   * in keys of the search index. Letters with the same replacement need different codes, across all languages.
   */
  readonly lostLetters: Readonly<Record<string, readonly [becomes: string, code: string]>>;
  /**
   * Marks inside words that people type for a letter: an apostrophe for ʻ. `mark` is the source of a regular expression
   * that matches the mark alone, between letters. It must not match inside words of other languages.
   */
  readonly typedMarks?: ReadonlyArray<{ readonly mark: string; readonly letter: string }>;
  /**
   * Endings that the language joins with a hyphen to an abbreviation or a number, as the source of a regular
   * expression.
   */
  readonly joinedEndings: readonly string[];
  /** Loads the grammar for the search. A browser loads only the languages of its site. */
  readonly grammar: () => Promise<Grammar>;
  /** Loads its words that have a meaning of their own in a query; absent if they are not known. */
  readonly queryWords?: () => Promise<QueryWords>;
}
