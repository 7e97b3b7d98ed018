import { knownTag, knownTags } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';
import { loadLanguage } from './load-language.ts';

export type { Readings, SearchLanguage } from './language.ts';
export { repairs, vocabularyShards } from './repair-word.ts';
export { splitQuery, splitWords } from './split-words.ts';

/** The known languages. Any other language is searched by folded letters and word prefixes. */
const known = new Map(
  await Promise.all(knownTags.map(async (tag) => [tag, await loadLanguage(tag)] as const)),
);

const plain = languageOf(plainGrammar);

/**
 * Any language, with all grammars loaded: for the index. A browser uses `loadLanguage` and loads only what it needs.
 * @param locale as in `<html lang>`: «kk», «ru-KZ»
 */
export function searchLanguage(locale: string): SearchLanguage {
  const tag = knownTag(locale);
  return (tag && known.get(tag)) ?? plain;
}
