/** The languages that Jarshy knows: the names of the folders beside this file. To add one, see docs/contributing/adding-a-language.md. */
export const languageTags = ['kk', 'ru', 'en'] as const;

/** The language of a locale without its script and region, one of those that Jarshy knows. */
export type LanguageTag = (typeof languageTags)[number];
