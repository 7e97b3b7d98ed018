import { gzipSync } from 'node:zlib';
import { categories, type FilterName, filterNames } from '#site/taxonomies.ts';
import type { DocumentTable } from './document-table.ts';
import type { SearchRecord } from './records.ts';

/** @param records in order of document number */
export function documentTable(records: readonly SearchRecord[]): DocumentTable {
  const columns = categories.map((id) => {
    const name = filterNames[id];
    return [name, records.map(({ facets }) => facets[name])];
  });
  return {
    url: records.map(({ url }) => url),
    date: records.map(({ facets }) => facets.date),
    ...(Object.fromEntries(columns) as Pick<DocumentTable, FilterName>),
  };
}

/** Packs a table for `readTable`. */
export function packTable(table: DocumentTable): Buffer {
  return gzipSync(JSON.stringify(table), { level: 9 });
}
