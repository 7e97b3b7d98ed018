import { emptyCheckCache, type CheckCache, type CachedFile } from '#checks/engine/check-cache.ts';
import { StringTable, withStrings } from '#cache/string-table.ts';
import type { BaseKeys } from './base-keys.ts';
import { readEntry, writeEntry } from '#cache/store.ts';

/**
 * Remembers what the checks have seen of a site. It is believed of files that are the same to the nanosecond, and on the same ground only.
 * @param site the folder of the finished site, absolute
 */
export function writeCheckCache(
  site: string,
  ground: BaseKeys,
  { files, texts }: CheckCache,
): Promise<void> {
  const index = new StringTable();
  const indexed = index.index([...files]);
  return writeEntry(
    site,
    'seen',
    ground.pages,
    JSON.stringify({ known: index.known(), files: indexed, texts: [...texts] }),
  );
}

/** @returns nothing where there is no such record, or none to be believed */
export function readCheckCache(site: string, ground: BaseKeys): CheckCache {
  const text = readEntry(site, 'seen', ground.pages);
  if (text === undefined) return emptyCheckCache;
  const { known, files, texts } = JSON.parse(text) as {
    known: string[];
    files: unknown;
    texts: string[];
  };
  return {
    files: new Map(withStrings(known, files) as Array<[string, CachedFile]>),
    texts: new Set(texts),
  };
}
