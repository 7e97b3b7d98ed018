import { type Dictionary, messageOf } from './dictionary.ts';
import { type Direction, direction, type Locale } from './locale.ts';
import { fill, type Message, type Params } from './message.ts';
import type { StringId } from './strings-keys.ts';

/** The interface texts of one language. */
export interface Strings {
  readonly locale: Locale;
  readonly dir: Direction;
  /** The text of a key with its places filled. `params.count` selects the plural form. */
  t(id: StringId, params?: Params): string;
  /** The unfilled text of a key, for code that fills it later. */
  message(id: StringId): Message;
}

/** @param dictionary one in which `checkDictionary` found no fault */
export function createStrings(locale: Locale, dictionary: Dictionary): Strings {
  const t: Strings['t'] = (id, params) => {
    const message = messageOf(dictionary, id);
    // A fast path: most texts have no places, and a page needs about forty texts.
    return params === undefined && typeof message === 'string'
      ? message
      : fill(locale, message, params);
  };
  return { locale, dir: direction(locale), t, message: (id) => messageOf(dictionary, id) };
}
