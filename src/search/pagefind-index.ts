import { firstOf, itemAt, lastOf } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import { createCbor } from './cbor.ts';
import type { Posting } from './postings.ts';

/** A file of an index, before it is packed. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of the index is full when it holds this many numbers. Pagefind uses the same limit. */
const full = 20_000;

/** One index file: the words in a range. `from` and `to` are the ends of the range. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Encodes the postings into files as Pagefind would (its `index_words.rs`), in the order of `byCode`. */
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
    cbor.array(0); // Spellings with diacritics: our keys have none.
  }
  return cbor.bytes();
}

/** The first and last word of a chunk, cut to the shortest prefix that differs from the neighbouring chunk. */
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
  // The shortened last word must not sort before the first word.
  return { from, to: to >= from ? to : last };
}

function upToDifference(word: string, other: string): string {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same++;
  return word.slice(0, same + 1);
}

/**
 * The Pagefind version whose format this file writes. `tests/search/pagefind-index.test.ts` compares our output with
 * Pagefind's own indexer. The index contains this version, and `engine-files.ts` rejects any other.
 */
export const formatVersion = '1.6.0';

/**
 * Encodes the file that Pagefind loads first (its `index_metadata.rs`): the pages with their lengths, and the word
 * range of each index file.
 */
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
  // Filters, sort orders and metadata fields: we have our own, see `document-table.ts`.
  for (let part = 0; part < 3; part++) cbor.array(0);
  return cbor.bytes();
}
