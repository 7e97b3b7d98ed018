import type { ReadText } from './files.ts';

/**
 * A text that names the files beside it as the disk does. macOS parts letters such as й and ё from their marks (Unicode
 * NFD); keyboards write them in one character (NFC). Both look the same, so both are the same name.
 * @param names of the files in its folder
 */
export function withNamesOnDisk<Read extends ReadText<unknown>>(
  read: Read,
  names: ReadonlySet<string>,
): Read {
  const pairs = [...names].flatMap((name) =>
    (['NFC', 'NFD'] as const)
      .map((form) => name.normalize(form))
      .filter((other) => other !== name)
      .map((other) => [other, name] as const),
  );
  if (pairs.length === 0) return read;
  const onDisk = new Map(pairs);
  const body = pairs.reduce(
    (text, [other, name]) =>
      text.replaceAll(other, () => name).replaceAll(encodeURI(other), () => encodeURI(name)),
    read.source.body,
  );
  return {
    ...read,
    value: namesIn(read.value, onDisk),
    source: { ...read.source, body },
  };
}

function namesIn(value: unknown, onDisk: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return onDisk.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => namesIn(item, onDisk));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, namesIn(item, onDisk)]),
  );
}
