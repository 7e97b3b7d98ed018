import type { Locale } from '#lang/locale.ts';
import type { SearchRecord } from './records.ts';
import { settledKeys } from './words/settled-keys.ts';
import { splitWords } from './words/split-words.ts';

/** What a language calls a word in the index. */
export type KeyOf = (locale: Locale, word: string) => string;

/** Settles the key of every word of a site by all words of its language: those of its texts, and of the names in other texts. */
export function settleKeys(records: ReadonlyMap<Locale, readonly SearchRecord[]>): KeyOf {
  const words = new Map<Locale, Set<string>>();
  const add = (locale: Locale, text: string) => {
    const known = words.get(locale) ?? new Set();
    words.set(locale, known);
    for (const { word } of splitWords(text)) known.add(word);
  };
  for (const [locale, ofLocale] of records) {
    for (const { title, summary, body, names } of ofLocale) {
      for (const text of [title, summary, body]) add(locale, text);
      for (const name of names) add(name.locale, name.text);
    }
  }
  const keys = new Map([...words].map(([locale, known]) => [locale, settledKeys(locale, known)]));
  return (locale, word) => keys.get(locale)!(word);
}
