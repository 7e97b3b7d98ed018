/** Reproducible randomness: the same seed gives the same choices in the same order on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True with a probability of `percent` per cent. */
  chance(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Different items, in random order; all of them when there are fewer than `count`. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

/**
 * Creates a random source.
 * @param seed any text; equal texts give equal choices
 */
export function createRandom(seed: string): Random {
  const next = mulberry32(fnv1a(seed));
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick: (items) => items[int(0, items.length - 1)]!,
    some(items, count) {
      const rest = [...items];
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(int(0, rest.length - 1), 1)[0]!,
      );
    },
  };
}

/** Mulberry32 by Tommy Ettinger (public domain): numbers from 0 up to 1. `Math.random` takes no seed. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits: neighbouring seeds ("1/41", "1/42") become numbers far apart. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash;
}
