/**
 * Replaces strings by numbers, so that each string is stored only once: ten thousand pages yield mostly the same
 * strings. It works for plain values of strings, arrays and objects, without numbers.
 */
export class StringTable {
  readonly #numbers: Map<string, number>;
  readonly #strings: string[];

  /** @param strings the strings that already have a number, in the order of their numbers */
  constructor(strings: readonly string[] = []) {
    this.#strings = [...strings];
    this.#numbers = new Map(strings.map((text, number) => [text, number]));
  }

  /** @returns the value with a number in place of each string */
  index(value: unknown): unknown {
    return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? this.#numberOf(leaf) : leaf));
  }

  /** Every string, at the index that is its number. */
  all(): readonly string[] {
    return this.#strings;
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    // V8 keeps the whole page in memory for a string that was cut out of it (sliced strings), so store a copy.
    const copy = Buffer.from(text).toString();
    this.#numbers.set(copy, this.#strings.length);
    return this.#strings.push(copy) - 1;
  }
}

/**
 * The reverse of `StringTable.index`.
 * @param strings every string, at the index that is its number
 */
export function withStrings(strings: readonly string[], indexed: unknown): unknown {
  return mapLeaves(indexed, (leaf) => (typeof leaf === 'number' ? strings[leaf] : leaf));
}

/**
 * Returns a plain value with each leaf changed. A leaf is anything that is neither an array nor an object. This runs
 * for millions of leaves, so it allocates nothing but the result.
 */
function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => mapLeaves(part, change));
  if (typeof value !== 'object' || value === null) return change(value);
  const changed: Record<string, unknown> = {};
  for (const key in value)
    changed[key] = mapLeaves((value as Record<string, unknown>)[key], change);
  return changed;
}
