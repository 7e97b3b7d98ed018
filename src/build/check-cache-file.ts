import { nothingSeen, type Seen, type SeenFile } from '#checks/engine/check-cache.ts';
import { TextIndex, withTexts } from '#cache/string-table.ts';
import type { Ground } from './base-keys.ts';
import { readNote, writeNote } from '#cache/store.ts';

/**
 * Remembers what the checks have seen of a site. It is believed of files that are the same to the nanosecond, and on the same ground only.
 * @param site the folder of the finished site, absolute
 */
export function writeSeen(site: string, ground: Ground, { files, texts }: Seen): Promise<void> {
  const index = new TextIndex();
  const indexed = index.index([...files]);
  return writeNote(
    site,
    'seen',
    ground.pages,
    JSON.stringify({ known: index.known(), files: indexed, texts: [...texts] }),
  );
}

/** @returns nothing where there is no such record, or none to be believed */
export function readSeen(site: string, ground: Ground): Seen {
  const text = readNote(site, 'seen', ground.pages);
  if (text === undefined) return nothingSeen;
  const { known, files, texts } = JSON.parse(text) as {
    known: string[];
    files: unknown;
    texts: string[];
  };
  return {
    files: new Map(withTexts(known, files) as Array<[string, SeenFile]>),
    texts: new Set(texts),
  };
}
