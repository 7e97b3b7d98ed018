/**
 * Numbers strings, so that each is written once: what is read from ten thousand pages is mostly the same.
 * For plain values of strings, lists and objects that hold no numbers.
 */
export class StringTable {
  readonly #numbers: Map<string, number>;
  readonly #strings: string[];

  /** @param strings those that have a number already, in their order */
  constructor(strings: readonly string[] = []) {
    this.#strings = [...strings];
    this.#numbers = new Map(strings.map((text, number) => [text, number]));
  }

  /** @returns the value with a number in place of each string */
  index(value: unknown): unknown {
    return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? this.#numberOf(leaf) : leaf));
  }

  /** Every string by its number. */
  all(): readonly string[] {
    return this.#strings;
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    // V8 keeps the whole page alive for a string that was cut out of it (sliced strings), so a copy is kept.
    const copy = Buffer.from(text).toString();
    this.#numbers.set(copy, this.#strings.length);
    return this.#strings.push(copy) - 1;
  }
}

/** The reverse of `StringTable.index`.
 * @param strings every string by its number */
export function withStrings(strings: readonly string[], indexed: unknown): unknown {
  return mapLeaves(indexed, (leaf) => (typeof leaf === 'number' ? strings[leaf] : leaf));
}

/** A plain value with each of its leaves changed: what is neither list nor object. It is called for millions of leaves, so it allocates nothing else. */
function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => mapLeaves(part, change));
  if (typeof value !== 'object' || value === null) return change(value);
  const changed: Record<string, unknown> = {};
  for (const key in value)
    changed[key] = mapLeaves((value as Record<string, unknown>)[key], change);
  return changed;
}
