import type { Dictionary } from './dictionary.ts';
import { type Direction, direction, type Locale } from './locale.ts';
import { fill, type Message, type Params } from './message.ts';
import type { StringId } from './strings-keys.ts';

/** The interface in one language. */
export interface Strings {
  readonly locale: Locale;
  readonly dir: Direction;
  /** The text of a key, its places filled; the plural form is chosen by `params.count`. */
  t(id: StringId, params?: Params): string;
  /** The text of a key as it is written, for whoever fills it later. */
  message(id: StringId): Message;
}

/** @param dictionary complete, as `checkDictionary` found it */
export function createStrings(locale: Locale, dictionary: Dictionary): Strings {
  const t: Strings['t'] = (id, params) => {
    const message = dictionary[id];
    // Most have no places: they are asked for some forty times a page.
    return params === undefined && typeof message === 'string'
      ? message
      : fill(locale, message, params);
  };
  return { locale, dir: direction(locale), t, message: (id) => dictionary[id] };
}
