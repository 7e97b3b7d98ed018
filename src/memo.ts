/**
 * Caches the result for each key, for as long as the returned function lives.
 * @param find always returns the same value for the same key, and never undefined
 */
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

/** Calls a function when its result is first asked for, and never again. */
export function once<Value>(make: () => Value): () => Value {
  let value: { readonly made: Value } | undefined;
  return () => (value ??= { made: make() }).made;
}

/**
 * Keeps the last result only: for values that are large and asked for several times in a row.
 * @param find always returns the same value for the same key
 */
export function memoizeLast<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: find(key) };
    return last.value;
  };
}

/**
 * Like `memoize`, for keys that belong to an owner. The results of an owner are kept for as long as that object lives.
 * @param find always returns the same value for the same owner and key, and never undefined
 */
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
