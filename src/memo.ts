/** Remembers what was found for each key, for as long as the function that it returns lives.
 * @param find gives the same for the same key, and never undefined */
export function memoize<Key, Value extends NonNullable<unknown>>(
  find: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(key)));
    return value;
  };
}

/** The same for keys that belong to somebody, for as long as that object lives.
 * @param find gives the same for the same key of the same owner, and never undefined */
export function memoizeBy<Owner extends object, Key, Value extends NonNullable<unknown>>(
  find: (owner: Owner, key: Key) => Value,
): (owner: Owner, key: Key) => Value {
  const known = new WeakMap<Owner, (key: Key) => Value>();
  return (owner, key) => {
    let ofOwner = known.get(owner);
    if (!ofOwner) known.set(owner, (ofOwner = memoize((one: Key) => find(owner, one))));
    return ofOwner(key);
  };
}
