import type { Grammar, SearchLanguage } from './language.ts';
import { languageOf } from './language-of.ts';
import { plain } from './plain.ts';

/** A file for each grammar, so that a page loads its own language only. The same languages as in `search-language.ts`. */
const loaders: Readonly<Record<string, () => Promise<Grammar>>> = {
  kk: async () => (await import('./kazakh/kazakh.ts')).kazakh,
  ru: async () => (await import('./russian/russian.ts')).russian,
  en: async () => (await import('./english.ts')).english,
};

/** As `searchLanguage`, for a browser. */
export async function loadLanguage(locale: string): Promise<SearchLanguage> {
  const load = loaders[locale.split('-')[0]!];
  return languageOf(locale, load ? await load() : plain);
}
