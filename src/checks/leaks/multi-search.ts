import { itemAt } from '#lang/lookup.ts';
import { border, readLetters } from './letters.ts';

/** The shortest needle, in letters. Two shorter words are in every text. */
export const shortest = 10;

const factor = 0x01_00_01_93; // FNV's prime: odd and spread, so that each letter moves many bits.
const outgoing = Array.from({ length: shortest }).reduce<number>(
  (power) => Math.imul(power, factor),
  1,
);

/** Searches texts for many needles at once. */
export interface MultiSearch {
  /** Calls back with each needle that the text holds, by its index. */
  search(text: string, found: (needle: number) => void): void;
}

/**
 * Rabin and Karp's search: the hash of the last ten letters rolls along the text, and where it is that of a needle's first ten,
 * the letters are compared. One pass, whatever the number of needles.
 * @param needles letters as `lettersOf` gives them
 */
export function createMultiSearch(needles: readonly string[]): MultiSearch {
  const byStart = new Map<number, number[]>();
  needles.forEach((needle, index) => {
    const start = hashOf(needle);
    const same = byStart.get(start);
    if (same) same.push(index);
    else byStart.set(start, [index]);
  });
  // A bit for each start, in a table at most an eighth full: nearly every place of a text is passed over without a look at the map.
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
