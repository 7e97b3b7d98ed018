import type { Grammar } from './grammar.ts';

/**
 * What every page needs to know of a language that Jarshy knows. Small: a browser loads it for all languages at once.
 * What Node alone needs is a `Writing`; the texts are in the YAML files of the folder.
 */
export interface Language {
  /**
   * Letters that people leave out or replace when they type: each with what it becomes, and the Latin letter that
   * stands for it in a key of the search index. A code belongs to one letter of all languages that become the same.
   */
  readonly lostLetters: Readonly<Record<string, readonly [becomes: string, code: string]>>;
  /** Endings that it writes behind a hyphen after an abbreviation or a number, as the source of a regular expression. */
  readonly joinedEndings: readonly string[];
  /** Loads what the search knows of it: a browser asks only for the languages of its site. */
  readonly grammar: () => Promise<Grammar>;
}
