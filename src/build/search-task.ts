import type { Locale } from '#lang/locale.ts';
import type { SearchRecord } from '#search/records.ts';

/** What the thread that makes the search is given; travels by structured clone. */
export interface SearchTask {
  readonly records: ReadonlyMap<Locale, readonly SearchRecord[]>;
  /** Where the files are to lie, absolute. */
  readonly folder: string;
  /** States of files that need not be written: they are handed on from the site before. */
  readonly known: ReadonlySet<string>;
}

/** Every file of the search, by its path from that folder, and its state where it has one. */
export type SearchAnswer = ReadonlyArray<readonly [path: string, state: string | undefined]>;
