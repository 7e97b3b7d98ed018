import { hash } from 'node:crypto';

/**
 * The hash of a value (132 bits of SHA-256): equal values have the same hash, different values have different ones. A
 * value may consist of strings, numbers, bigints, booleans, null, undefined, dates, bytes, and of arrays, maps, sets
 * and plain objects of these. The order of keys and entries counts, because compared values always come from the same
 * code.
 * @throws {TypeError} when the value holds anything else, or holds itself; the message names the path to it
 */
export function hashOf(value: unknown): string {
  return hashTokens(addValue, value);
}

/**
 * Marks a part that is large or that many values share. The hash of such a value uses the part's own hash, which is
 * computed only once. The part is frozen, because a later change would go unnoticed. A copy of it is not marked.
 * @param find returns the hash of the part, if it is already known
 */
export function hashedOnce<Value extends object>(
  value: Value,
  find = () => hashTokens(addObject, value),
): Readonly<Value> {
  marked.set(value, find);
  return Object.freeze(value);
}

/** The hash of each marked part, or the function that computes it. */
const marked = new WeakMap<object, string | (() => string)>();

function hashOfMarked(value: object): string | undefined {
  const known = marked.get(value);
  if (typeof known !== 'function') return known;
  const found = known();
  marked.set(value, found);
  return found;
}

// A value is written as a flat list of tokens, and the list as JSON. Strings, booleans and null stand for themselves;
// numbers are the marks below. Each build hashes ten thousand pages. This is as fast as JSON of the value itself, which
// could not distinguish NaN, undefined, maps and dates from other values.
type Token = string | number | boolean | null;

const [number, bigint, undefinedMark, date, bytes, part] = [0, 1, 2, 3, 4, 5];
const [list, object, map, set, end] = [6, 7, 8, 9, 10];

// All calls share one list as a stack, because a new list for each value costs a tenth of the time. The tokens of a
// marked part start after those that the enclosing value has written so far.
const tokens: Token[] = [];
let length = 0;

function add(token: Token): void {
  tokens[length++] = token;
}

function hashTokens<Value>(write: (value: Value) => void, value: Value): string {
  const start = length;
  try {
    write(value);
    const text = JSON.stringify(tokens.slice(start, length)).slice(1, -1);
    return hash('sha256', text, 'base64url').slice(0, 22);
  } catch (error) {
    if (error instanceof NoHash)
      throw new TypeError(`No hash of ${error.what} at ${error.path}`, { cause: error });
    if (error instanceof RangeError)
      throw new TypeError('No hash of a value that holds itself', { cause: error });
    throw error;
  } finally {
    length = start;
  }
}

function addValue(value: unknown): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return add(value);
    case 'object': {
      if (value === null) return add(value);
      const known = hashOfMarked(value);
      if (known === undefined) return addObject(value);
      add(part);
      return add(known);
    }
    case 'number':
      add(number);
      return add(Number.isFinite(value) && !Object.is(value, -0) ? value : nameOfNumber(value));
    case 'undefined':
      return add(undefinedMark);
    case 'bigint':
      add(bigint);
      return add(String(value));
    default:
      throw new NoHash(`a ${typeof value}`);
  }
}

/** The names of numbers that JSON writes as null or 0. */
function nameOfNumber(value: number): string {
  return value === 0 ? '-0' : String(value);
}

function addObject(value: object): void {
  if (Array.isArray(value)) return addList(list, value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return addEntries(value);
  if (value instanceof Map) return addList(map, [...value].flat());
  if (value instanceof Set) return addList(set, [...value]);
  if (value instanceof Date) {
    add(date);
    return add(value.getTime());
  }
  if (value instanceof Uint8Array) {
    add(bytes);
    return add(hash('sha256', value, 'base64url'));
  }
  throw new NoHash(`an instance of ${value.constructor.name}`);
}

function addList(mark: number, values: readonly unknown[]): void {
  let index = 0;
  try {
    add(mark);
    for (; index < values.length; index++) addValue(values[index]);
    add(end);
  } catch (error) {
    throw within(`[${index}]`, error);
  }
}

function addEntries(value: object): void {
  let key = '';
  try {
    add(object);
    for (key in value) {
      add(key);
      addValue(value[key as keyof typeof value]);
    }
    add(end);
  } catch (error) {
    throw within(`.${key}`, error);
  }
}

/** Thrown for a value that cannot be hashed: what it is, and the path to it. */
class NoHash extends Error {
  readonly what: string;
  readonly path: string;
  constructor(what: string, path = '') {
    super();
    [this.what, this.path] = [what, path];
  }
}

function within(place: string, error: unknown): unknown {
  return error instanceof NoHash ? new NoHash(error.what, `${place}${error.path}`) : error;
}
