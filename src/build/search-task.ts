import type { Locale } from '#lang/locale.ts';
import type { SearchRecord } from '#search/records.ts';

/** The data given to the worker that builds the search index, by structured clone. */
export interface SearchTask {
  readonly records: ReadonlyMap<Locale, readonly SearchRecord[]>;
  /** Where the files go, absolute. */
  readonly folder: string;
  /** States of files that need not be written, because they are reused from the previous site. */
  readonly known: ReadonlySet<string>;
}

/** Every file of the search index: its path from that folder, and its state if it has one. */
export type SearchAnswer = ReadonlyArray<readonly [path: string, state: string | undefined]>;
