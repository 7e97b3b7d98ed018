import { createCbor, type CborWriter } from './cbor.ts';
import type { Zone } from './settle-keys.ts';

/**
 * Where a key occurs in all documents, in the format of Pagefind's index: CBOR of `[[document, [places], []], …]`,
 * where `document` is the distance from the previous document number.
 */
export interface Posting {
  readonly documents: number;
  /** How many numbers the posting contains. Pagefind splits an index into files by this count. */
  readonly size: number;
  readonly items: Uint8Array;
}

interface Growing {
  documents: number;
  size: number;
  last: number;
  readonly items: CborWriter;
}

/** Collects the places of all keys. Documents are added one after the other. */
export interface Postings {
  /**
   * Adds the next document.
   * @returns how many places the document has
   */
  add(zones: readonly Zone[]): number;
  /** All postings by key, in no particular order. */
  all(): ReadonlyMap<string, Posting>;
}

/** Starts with no documents; the first one added gets number 0. */
export function collectPostings(): Postings {
  const postings = new Map<string, Growing>();
  let document = 0;
  const note = (key: string, places: readonly number[]) => {
    let posting = postings.get(key);
    if (!posting)
      postings.set(key, (posting = { documents: 0, size: 0, last: 0, items: createCbor(16) }));
    const { items, last } = posting;
    items.array(3);
    items.number(document - last);
    items.array(places.length);
    for (const place of places) items.number(place);
    items.array(0); // Places in Pagefind's own metadata: we do not use it.
    posting.last = document;
    posting.documents++;
    posting.size += places.length + 1;
  };
  return {
    add(zones) {
      const { ofKey, length } = placesByKey(zones);
      for (const [key, places] of ofKey) note(key, places.numbers);
      document++;
      return length;
    },
    all: () =>
      new Map(
        [...postings].map(([key, { documents, size, items }]) => [
          key,
          { documents, size, items: items.bytes() },
        ]),
      ),
  };
}

/**
 * The places of each key in a document, in Pagefind's encoding. Places are grouped by weight, lightest first. Each
 * group starts with the weight as `-weight - 1` and its first place; the later ones are distances from the previous
 * place.
 */
function placesByKey(zones: readonly Zone[]): {
  ofKey: ReadonlyMap<string, { readonly numbers: number[] }>;
  length: number;
} {
  let length = -1;
  const placed = zones.map(({ weight, keys }) => {
    const start = length + 1;
    length = start + keys.length;
    return { weight, keys, start };
  });
  const ofKey = new Map<string, { numbers: number[]; weight: number; last: number }>();
  for (const { weight, keys, start } of placed.sort(
    (a, b) => a.weight - b.weight || a.start - b.start,
  )) {
    for (const [index, ofPlace] of keys.entries()) {
      const place = start + index;
      for (const key of ofPlace ?? []) {
        let known = ofKey.get(key);
        if (!known) ofKey.set(key, (known = { numbers: [], weight: 0, last: 0 }));
        if (known.weight === weight) known.numbers.push(place - known.last);
        else known.numbers.push(-weight - 1, place);
        known.weight = weight;
        known.last = place;
      }
    }
  }
  return { ofKey, length };
}
