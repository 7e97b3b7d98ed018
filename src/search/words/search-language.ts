import { english } from './english.ts';
import { kazakh } from './kazakh/kazakh.ts';
import type { Grammar, SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';
import { plain } from './plain.ts';
import { russian } from './russian/russian.ts';

export type { Readings, SearchLanguage } from './language.ts';
export { repairs, vocabularyShards } from './repair-word.ts';
export { splitQuery, splitWords } from './split-words.ts';

/** The languages that have a grammar; any other is searched by folded letters and beginnings of words. */
const grammars: Readonly<Record<string, Grammar>> = { kk: kazakh, ru: russian, en: english };

/**
 * All languages at once, for the index; a browser loads those it needs, by `loadLanguage`.
 * @param locale as in `<html lang>`: «kk», «ru-KZ»
 */
export function searchLanguage(locale: string): SearchLanguage {
  return languageOf(locale, grammars[locale.split('-')[0]!] ?? plain);
}
