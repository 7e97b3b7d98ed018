import { knownTag, languages } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';

/** Like `searchLanguage`, but for browsers: it loads the grammar of this language only. */
export async function loadLanguage(locale: string): Promise<SearchLanguage> {
  const tag = knownTag(locale);
  return languageOf(tag ? await languages[tag].grammar() : plainGrammar);
}
