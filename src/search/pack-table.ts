import { gzipSync } from 'node:zlib';
import type { DocumentTable } from './document-table.ts';
import type { SearchRecord } from './records.ts';

export function documentTable(records: readonly SearchRecord[]): DocumentTable {
  return {
    url: records.map(({ url }) => url),
    date: records.map(({ facets }) => facets.date),
    kind: records.map(({ facets }) => facets.kind),
    topic: records.map(({ facets }) => facets.topics),
    division: records.map(({ facets }) => facets.divisions),
  };
}

/** As `readTable` unpacks it. */
export function packTable(table: DocumentTable): Buffer {
  return gzipSync(JSON.stringify(table), { level: 9 });
}
