import { mapLeaves } from './map-leaves.ts';

/**
 * Plain values that hold texts and no numbers, with a number in place of each text, so that a text is kept once: what is read from ten thousand
 * pages is mostly the same.
 */
export class StringTable {
  readonly #places = new Map<string, number>();

  /** @returns the value with a number in place of each text */
  index(value: unknown): unknown {
    return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? this.#placeOf(leaf) : leaf));
  }

  /** Every text by its number. */
  known(): string[] {
    return [...this.#places.keys()];
  }

  #placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    // A text that was cut out of a page keeps the whole page in memory as long as it lives (V8's sliced strings).
    this.#places.set(Buffer.from(text).toString(), this.#places.size);
    return this.#places.size - 1;
  }
}

/** A value again, with its texts. */
export function withStrings(known: readonly string[], indexed: unknown): unknown {
  return mapLeaves(indexed, (leaf) => (typeof leaf === 'number' ? known[leaf] : leaf));
}
