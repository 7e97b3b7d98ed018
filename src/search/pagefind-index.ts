import { firstOf, itemAt, lastOf } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import { createCbor } from './cbor.ts';
import type { Posting } from './postings.ts';

/** A file of an index, before it is packed. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Numbers in a file of the index, after which it is full: Pagefind's own measure. */
const full = 20_000;

/** The words from one to another, in one file. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Writes the postings as the files that Pagefind would write (its `index_words.rs`), in the order of the alphabet. */
export function chunksOf(postings: ReadonlyMap<string, Posting>): Chunk[] {
  const chunks: Array<ReadonlyArray<readonly [string, Posting]>> = [];
  let [chunk, size]: [Array<readonly [string, Posting]>, number] = [[], 0];
  for (const word of [...postings].sort(([a], [b]) => byCode(a, b))) {
    chunk.push(word);
    size += word[1].size;
    if (size < full) continue;
    chunks.push(chunk);
    [chunk, size] = [[], 0];
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks.map((words, index) => ({ ...bounds(chunks, index), bytes: encodeChunk(words) }));
}

function encodeChunk(words: ReadonlyArray<readonly [string, Posting]>): Uint8Array {
  const cbor = createCbor(1 << 16);
  cbor.array(1);
  cbor.array(words.length);
  for (const [word, { documents, items }] of words) {
    cbor.array(3);
    cbor.text(word);
    cbor.array(documents);
    cbor.items(items);
    cbor.array(0); // Spellings with marks: keys have none.
  }
  return cbor.bytes();
}

/** The first and last word of a chunk, no longer than needed to tell it from its neighbours. */
function bounds(
  chunks: ReadonlyArray<ReadonlyArray<readonly [string, Posting]>>,
  index: number,
): { from: string; to: string } {
  const chunk = itemAt(chunks, index);
  const [[first], [last]] = [firstOf(chunk), lastOf(chunk)];
  const before = chunks[index - 1]?.at(-1)?.[0];
  const after = chunks[index + 1]?.[0]?.[0];
  const from = before === undefined ? first : upToDifference(first, before);
  const to = after === undefined ? last : upToDifference(last, after);
  // Cut short it must not come to stand before the first word.
  return { from, to: to >= from ? to : last };
}

function upToDifference(word: string, other: string): string {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same++;
  return word.slice(0, same + 1);
}

/**
 * The version of Pagefind whose format is written here: `tests/search/pagefind-index.test.ts` compares it with Pagefind's own
 * indexer. The index names it, and `engine-files.ts` refuses the program of any other version.
 */
export const formatVersion = '1.6.0';

/** What Pagefind asks for first (its `index_metadata.rs`): the pages with their lengths, and which words lie in which file. */
export function encodeMeta(
  pages: ReadonlyArray<{ readonly name: string; readonly length: number }>,
  chunks: ReadonlyArray<{ readonly from: string; readonly to: string; readonly name: string }>,
): Uint8Array {
  const cbor = createCbor(1 << 12);
  cbor.array(6);
  cbor.text(formatVersion);
  cbor.array(pages.length);
  for (const { name, length } of pages) {
    cbor.array(3);
    cbor.text(name);
    cbor.number(length);
    cbor.text(''); // New in 1.6.0. Pagefind's own indexer leaves it empty too.
  }
  cbor.array(chunks.length);
  for (const { from, to, name } of chunks) {
    cbor.array(3);
    for (const text of [from, to, name]) cbor.text(text);
  }
  // Filters, orders and fields of metadata: we have our own, see `document-table.ts`.
  for (let part = 0; part < 3; part++) cbor.array(0);
  return cbor.bytes();
}
