import { mapLeaves } from '#checks/map-leaves.ts';
import { nothingSeen, type Seen, type SeenFile } from '#checks/seen.ts';
import type { Ground } from './ground.ts';
import { readNote, writeNote } from './notes.ts';

/**
 * Remembers what the checks have seen of a site. It is believed of files that are the same to the nanosecond, and on the same ground only.
 * @param site the folder of the finished site, absolute
 */
export function writeSeen(site: string, ground: Ground, { files, texts }: Seen): void {
  const { known, indexed } = indexTexts([...files]);
  writeNote(site, 'seen', ground.pages, JSON.stringify({ known, files: indexed, texts: [...texts] }));
}

/** @returns nothing where there is no such record, or none to be believed */
export function readSeen(site: string, ground: Ground): Seen {
  const text = readNote(site, 'seen', ground.pages);
  if (text === undefined) return nothingSeen;
  const { known, files, texts } = JSON.parse(text) as { known: string[]; files: unknown; texts: string[] };
  return { files: new Map(withTexts(known, files) as Array<[string, SeenFile]>), texts: new Set(texts) };
}

/** Ten thousand pages say mostly the same: each text is written once, and elsewhere its place in the list. The value holds no other numbers. */
function indexTexts(value: unknown): { known: string[]; indexed: unknown } {
  const places = new Map<string, number>();
  const indexed = mapLeaves(value, (leaf) => {
    if (typeof leaf !== 'string') return leaf;
    const place = places.get(leaf) ?? places.size;
    places.set(leaf, place);
    return place;
  });
  return { known: [...places.keys()], indexed };
}

function withTexts(known: readonly string[], value: unknown): unknown {
  return mapLeaves(value, (leaf) => (typeof leaf === 'number' ? known[leaf] : leaf));
}
