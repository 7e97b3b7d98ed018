import { knownTag, languages } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';

/** As `searchLanguage`, for a browser: it loads the grammar of this language only. */
export async function loadLanguage(locale: string): Promise<SearchLanguage> {
  const tag = knownTag(locale);
  return languageOf(tag ? await languages[tag].grammar() : plainGrammar);
}
