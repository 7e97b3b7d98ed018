import { builtInNames } from '#lang/built-in.ts';
import { nearest } from '#lang/nearest.ts';

/**
 * The value of a field that a word in a language of people stands for: `совещание` and `кеңес` are `meeting`.
 * @param field the name of the field, whose values have names in the interface: `kind.meeting`
 * @param allowed its values
 * @returns undefined if no value has such a name
 */
export function valueOfName(
  field: string,
  written: string,
  allowed: readonly string[],
): string | undefined {
  const word = written.trim().toLowerCase();
  const names = new Map(builtInNames(field).filter(([, value]) => allowed.includes(value)));
  // The names are plurals, and in Kazakh a plural begins with its singular.
  const begun = [...names.keys()].find((name) => word.length > 2 && name.startsWith(word));
  const meant = begun ?? nearest(word, names.keys());
  return meant === undefined ? undefined : names.get(meant);
}
