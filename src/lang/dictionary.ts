import type { Locale } from './locale.ts';
import { type Message, places, pluralForms } from './message.ts';
import { nearest } from './nearest.ts';
import { type StringId, stringIds, type StringKey, stringKeys } from './strings-keys.ts';

/** All texts of one language, with every plural form, and every key that has no stand-in. */
export type Dictionary = Readonly<Record<StringId, Message>>;

/** What is wrong with one key of a dictionary. */
export type DictionaryFault =
  | { readonly fault: 'missing-string'; readonly key: string; readonly note: string }
  | { readonly fault: 'unknown-string'; readonly key: string; readonly nearest: string }
  | { readonly fault: 'string-type'; readonly key: string }
  | { readonly fault: 'plural-form'; readonly key: string; readonly form: string }
  | {
      readonly fault: 'unknown-place';
      readonly key: string;
      readonly place: string;
      readonly places: string;
    };

/**
 * Checks a dictionary against the keys that the interface needs.
 * @param locale decides which plural forms are required (CLDR, through `Intl.PluralRules`)
 * @param entries the content of a file, by key; values may be of any type
 * @returns all faults; `entries` is a valid `Dictionary` only when there are none
 */
export function checkDictionary(
  locale: Locale,
  entries: Readonly<Record<string, unknown>>,
): DictionaryFault[] {
  const missing = stringIds
    .filter((id) => entries[id] === undefined && keyOf(id).standIn === undefined)
    .map((key): DictionaryFault => ({ fault: 'missing-string', key, note: stringKeys[key].note }));
  const wrong = Object.entries(entries).flatMap(([key, value]): DictionaryFault[] =>
    Object.hasOwn(stringKeys, key)
      ? checkMessage(locale, key, stringKeys[key as StringId], value)
      : [{ fault: 'unknown-string', key, nearest: nearest(key, stringIds) ?? '' }],
  );
  return [...missing, ...wrong];
}

/**
 * The message of a key; where a dictionary was written for an earlier version, the one that stands in for it in the same
 * language, or an empty text.
 */
export function messageOf(dictionary: Partial<Dictionary>, id: StringId): Message {
  return dictionary[id] ?? dictionary[keyOf(id).standIn as StringId] ?? '';
}

function keyOf(id: StringId): StringKey {
  return stringKeys[id];
}

function checkMessage(
  locale: Locale,
  key: string,
  { places: allowed = [], plural }: StringKey,
  value: unknown,
): DictionaryFault[] {
  const forms = plural ? pluralForms(locale) : [];
  if (!isMessage(value) || (typeof value === 'string') === Boolean(plural))
    return [{ fault: 'string-type', key }];
  const texts = typeof value === 'string' ? [value] : Object.values(value);
  const known = plural ? [...allowed, 'count'] : allowed;
  return [
    ...forms
      .filter((form) => plural && !(form in (value as object)))
      .map((form): DictionaryFault => ({ fault: 'plural-form', key, form })),
    ...texts
      .flatMap(places)
      .filter((place) => !known.includes(place))
      .map((place): DictionaryFault => ({
        fault: 'unknown-place',
        key,
        place,
        places: known.join(', ') || '—',
      })),
  ];
}

function isMessage(value: unknown): value is Message {
  if (typeof value === 'string') return value.trim() !== '';
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string' && text.trim() !== '')
  );
}
