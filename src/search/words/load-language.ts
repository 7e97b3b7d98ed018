import type { Language } from '#languages/language.ts';
import { knownTag, languages } from '#languages/languages.ts';
import { plainGrammar } from '#languages/plain-grammar.ts';
import type { SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';

/** Like `searchLanguage`, but for browsers: it loads the grammar of this language only. */
export async function loadLanguage(locale: string): Promise<SearchLanguage> {
  const tag = knownTag(locale);
  if (!tag) return languageOf(plainGrammar);
  const language: Language = languages[tag];
  return languageOf(...(await Promise.all([language.grammar(), language.queryWords?.()])));
}
