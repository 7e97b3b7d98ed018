import { itemAt } from '#lang/lookup.ts';
import { border, readLetters } from './letters.ts';

/** The length of the shortest needle, in letters. Any two shorter words may occur in every text. */
export const shortest = 10;

const factor = 0x01_00_01_93; // The FNV prime. It is odd, and its bits are spread: each letter changes many bits.
const outgoing = Array.from({ length: shortest }).reduce<number>(
  (power) => Math.imul(power, factor),
  1,
);

/** Searches texts for many needles at once. */
export interface MultiSearch {
  /** Calls `found` with the index of each needle that the text contains. */
  search(text: string, found: (needle: number) => void): void;
}

/**
 * Rabin–Karp search. The hash of the last ten letters rolls along the text. Where it equals the hash of a needle's
 * first ten letters, the letters themselves are compared. This takes one pass for any number of needles.
 * @param needles sequences of letters as `readLetters` writes them
 */
export function createMultiSearch(needles: readonly string[]): MultiSearch {
  const byStart = new Map<number, number[]>();
  needles.forEach((needle, index) => {
    const start = hashOf(needle);
    const same = byStart.get(start);
    if (same) same.push(index);
    else byStart.set(start, [index]);
  });
  // A flag for each start, in a table that is at most an eighth full. Most positions of a text are rejected without a
  // lookup in the map.
  const size = 2 ** Math.max(10, Math.ceil(Math.log2(byStart.size * 8 + 1)));
  const bits = new Uint8Array(size);
  for (const start of byStart.keys()) bits[start & (size - 1)] = 1;
  let letters = new Uint16Array(1 << 16);

  return {
    search(text, found) {
      if (byStart.size === 0) return;
      if (letters.length < text.length) letters = new Uint16Array(text.length * 2);
      const count = readLetters(text, letters);
      let hash = 0;
      let run = 0;
      for (let at = 0; at < count; at++) {
        const letter = letters[at] ?? border;
        if (letter === border) {
          hash = run = 0;
          continue;
        }
        hash = Math.imul(hash, factor) + letter;
        if (++run < shortest) continue;
        if (run > shortest) hash -= Math.imul(letters[at - shortest] ?? 0, outgoing);
        hash |= 0;
        if (bits[hash & (size - 1)] === 0) continue;
        for (const index of byStart.get(hash) ?? [])
          if (standsAt(itemAt(needles, index), letters, at - shortest + 1, count)) found(index);
      }
    },
  };
}

function hashOf(needle: string): number {
  let hash = 0;
  for (let at = 0; at < shortest; at++)
    hash = (Math.imul(hash, factor) + needle.charCodeAt(at)) | 0;
  return hash;
}

function standsAt(needle: string, letters: Uint16Array, from: number, count: number): boolean {
  if (from + needle.length > count) return false;
  for (let at = 0; at < needle.length; at++)
    if (letters[from + at] !== needle.charCodeAt(at)) return false;
  return true;
}
