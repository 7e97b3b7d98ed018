import type { FilterName } from '#site/taxonomies.ts';

/**
 * The data that filters and sorting need about every document of an index, in order of document number. The browser
 * downloads it only for them. It is stored in columns because similar values next to each other compress best. We do
 * not use Pagefind's own filters: their output differs from run to run when a filter has several values.
 */
export type DocumentTable = {
  readonly url: readonly string[];
  /** `2026-01-22`. */
  readonly date: readonly string[];
} & {
  /** One value per document for some taxonomies, a list of values for others. */
  readonly [Name in FilterName]: ReadonlyArray<string | readonly string[]>;
};

/**
 * What results can be filtered by. These are also the names of the form controls, and of their parameters in the URL.
 */
export type Facet = FilterName | 'year';

/** The file lies in the folder of the index's fragments. It is gzipped JSON, because not every server compresses. */
export const tableFile = 'documents.table';

/** Reads an unpacked table. */
export function readTable(bytes: Uint8Array): DocumentTable {
  return JSON.parse(new TextDecoder().decode(bytes)) as DocumentTable;
}
