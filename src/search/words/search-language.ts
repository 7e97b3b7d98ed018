import { knownTag, languages, languageTags } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';

export type { Readings, SearchLanguage } from './language.ts';
export { repairs, vocabularyShards } from './repair-word.ts';
export { splitQuery, splitWords } from './split-words.ts';

/** The languages that have a grammar; any other is searched by folded letters and beginnings of words. */
const grammars = new Map(
  await Promise.all(
    languageTags.map(async (tag) => [tag, await languages[tag].grammar()] as const),
  ),
);

/**
 * All languages at once, for the index; a browser loads those it needs, by `loadLanguage`.
 * @param locale as in `<html lang>`: «kk», «ru-KZ»
 */
export function searchLanguage(locale: string): SearchLanguage {
  const tag = knownTag(locale);
  return languageOf((tag && grammars.get(tag)) ?? plainGrammar);
}
