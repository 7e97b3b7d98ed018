import { hash } from 'node:crypto';

/**
 * A hash of a value: the same for the same value, another for every other (132 bits of SHA-256). It takes strings, numbers,
 * bigints, booleans, null, undefined, dates, bytes, and lists, maps, sets and objects without a class that hold these.
 * The order of keys and entries counts, since what is compared is made by the same code each time.
 * @throws {TypeError} for a value that holds anything else, or itself; the message names the path to it
 */
export function hashOf(value: unknown): string {
  return hashTokens(addValue, value);
}

/**
 * Marks a part that many values share, or that is large: in the hash of each of them its own hash stands for it, and is
 * computed once. The part is frozen, because a later change would go unnoticed. A copy of it is not marked.
 * @param find gives the hash of the part, where it is already known
 */
export function hashedOnce<Value extends object>(
  value: Value,
  find = () => hashTokens(addObject, value),
): Readonly<Value> {
  marked.set(value, find);
  return Object.freeze(value);
}

/** The hash of each marked part, or what computes it. */
const marked = new WeakMap<object, string | (() => string)>();

function hashOfMarked(value: object): string | undefined {
  const known = marked.get(value);
  if (typeof known !== 'function') return known;
  const found = known();
  marked.set(value, found);
  return found;
}

// A value is written as a flat list of tokens, and that list as JSON: strings, booleans and null stand for themselves, numbers
// are the marks below. Ten thousand pages are hashed for each build, and this is as fast as JSON of the value itself, which
// would not tell NaN, undefined, maps and dates from other values.
type Token = string | number | boolean | null;

const [number, bigint, undefinedMark, date, bytes, part] = [0, 1, 2, 3, 4, 5];
const [list, object, map, set, end] = [6, 7, 8, 9, 10];

// One list for all calls, used as a stack: a new one for each value costs a tenth of the time. Computing the hash of a marked part
// begins where the value that holds it has got to.
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

/** Numbers that JSON writes as null or 0. */
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

/** What cannot be hashed, and where. */
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
