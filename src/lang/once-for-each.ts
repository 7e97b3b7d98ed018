/** Remembers what was found for each key, for as long as the function that it returns lives.
 * @param find gives the same for the same key, and never undefined */
export function onceForEach<Key, Value extends {}>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(key)));
    return value;
  };
}
