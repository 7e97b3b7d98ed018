/**
 * What filters and sorting need to know of all documents of an index, by their numbers; fetched only for them.
 * Columns instead of rows: alike beside alike compresses best. (Pagefind's own filters differ from run to run
 * when one has several values.)
 */
export interface DocumentTable {
  readonly url: readonly string[];
  /** `2026-01-22`. */
  readonly date: readonly string[];
  readonly kind: readonly string[];
  readonly topic: ReadonlyArray<readonly string[]>;
  readonly division: ReadonlyArray<readonly string[]>;
}

/** Beside the fragments of the index. JSON in gzip, as not every server compresses. */
export const tableFile = 'documents.table';

/** Unpacks a table in the browser. */
export async function readTable(packed: Blob): Promise<DocumentTable> {
  return (await new Response(
    packed.stream().pipeThrough(new DecompressionStream('gzip')),
  ).json()) as DocumentTable;
}
