import type { FilterName } from '#site/taxonomies.ts';

/**
 * What filters and sorting need to know of all documents of an index, by their numbers; fetched only for them.
 * Columns instead of rows: alike beside alike compresses best. (Pagefind's own filters differ from run to run
 * when one has several values.)
 */
export type DocumentTable = {
  readonly url: readonly string[];
  /** `2026-01-22`. */
  readonly date: readonly string[];
} & {
  /** A document has several entries of some taxonomies, one of others. */
  readonly [Name in FilterName]: ReadonlyArray<string | readonly string[]>;
};

/** What results can be narrowed by: the names of the controls, and of their values in the address. */
export type Facet = FilterName | 'year';

/** Beside the fragments of the index. JSON in gzip, as not every server compresses. */
export const tableFile = 'documents.table';

/** Unpacks a table in the browser. */
export async function readTable(packed: Blob): Promise<DocumentTable> {
  return (await new Response(
    packed.stream().pipeThrough(new DecompressionStream('gzip')),
  ).json()) as DocumentTable;
}
