// Lookups that fail only when the program has a bug. The error says what was looked up.

/**
 * The value of a key in a map.
 * @throws {Error} when the map has no value for it; the message contains the key
 */
export function mustGet<Key, Value>(
  map: { get(key: Key): Value | undefined },
  key: Key,
): NonNullable<Value> {
  const value = map.get(key);
  if (value === undefined || value === null) throw new Error(`there is nothing for ${String(key)}`);
  return value;
}

/**
 * One language of a text that exists in every language of the site.
 * @param where names the text in the error message: `2026/x`
 * @throws {Error} when the language is missing: "no kk text in 2026/x"
 */
export function inLocale<Text>(
  texts: Readonly<Record<string, Text>>,
  locale: string,
  where?: string,
): NonNullable<Text> {
  const text = texts[locale];
  if (text === undefined || text === null)
    throw new Error(`no ${locale} text in ${where ?? `{${Object.keys(texts).join(', ')}}`}`);
  return text;
}

/**
 * A value that is never null or undefined unless the program has a bug.
 * @param asked names the value in the error message
 * @throws {Error} when it is null or undefined
 */
export function must<Value>(value: Value, asked: string): NonNullable<Value> {
  if (value === undefined || value === null) throw new Error(`there is no ${asked}`);
  return value;
}

/**
 * The first item of a list or text that is never empty.
 * @throws {Error} when it is empty
 */
export function firstOf<Item>(list: ArrayLike<Item>): Item {
  return itemAt(list, 0);
}

/**
 * The last item of a list or text that is never empty.
 * @throws {Error} when it is empty
 */
export function lastOf<Item>(list: ArrayLike<Item>): Item {
  return itemAt(list, list.length - 1);
}

/**
 * The item at an index that is always within the list or text.
 * @throws {Error} when it is outside
 */
export function itemAt<Item>(list: ArrayLike<Item>, index: number): Item {
  if (index < 0 || index >= list.length)
    throw new Error(`there is no item ${index} among ${list.length}`);
  return list[index] as Item;
}

/**
 * The code point of the first letter of a text that is never empty.
 * @throws {Error} when it is empty
 */
export function codePointOf(text: string): number {
  return must(text.codePointAt(0), 'first letter');
}

/**
 * The named groups of a regular expression that always matches. The type parameters name the groups that take part in
 * every match (`Always`) and those that may not (`Sometimes`).
 * @throws {Error} when it does not match
 */
export function groupsOf<Always extends string, Sometimes extends string = never>(
  expression: RegExp,
  text: string,
): Groups<Always, Sometimes> {
  const groups = expression.exec(text)?.groups;
  if (!groups) throw new Error(`${expression.source} does not match "${text.slice(0, 100)}"`);
  return groups as Groups<Always, Sometimes>;
}

type Groups<Always extends string, Sometimes extends string> = Readonly<
  Record<Always, string> & Record<Sometimes, string | undefined>
>;
