import { knownTag, languages, languageTags } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';

export type { Readings, SearchLanguage } from './language.ts';
export { repairs, vocabularyShards } from './repair-word.ts';
export { splitQuery, splitWords } from './split-words.ts';

/** The grammars of the known languages. Any other language is searched by folded letters and word prefixes. */
const grammars = new Map(
  await Promise.all(
    languageTags.map(async (tag) => [tag, await languages[tag].grammar()] as const),
  ),
);

/**
 * Any language, with all grammars loaded: for the index. A browser uses `loadLanguage` and loads only what it needs.
 * @param locale as in `<html lang>`: «kk», «ru-KZ»
 */
export function searchLanguage(locale: string): SearchLanguage {
  const tag = knownTag(locale);
  return languageOf((tag && grammars.get(tag)) ?? plainGrammar);
}
