import { english } from './en/english.ts';
import { kazakh } from './kk/kazakh.ts';
import type { Language } from './language.ts';
import { russian } from './ru/russian.ts';

/**
 * The languages that Jarshy knows, each by the name of its folder. To add one: docs/contributing/adding-a-language.md.
 * Their order is that of lists and questions.
 */
export const languages = {
  kk: kazakh,
  ru: russian,
  en: english,
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageTag = keyof typeof languages;

export const languageTags = Object.keys(languages) as readonly LanguageTag[];

/** The languages of an office that does not say which it wants: a new site gets them, and the desk explains its fields in them. */
export const officeTags: readonly LanguageTag[] = ['kk', 'ru'];

/** The language of the commands for a person whose own language Jarshy does not know. */
export const fallbackTag: LanguageTag = 'en';

/**
 * @param locale a BCP 47 tag, also with script and region: `kk`, `uz-Cyrl-UZ`
 * @returns undefined for a language that Jarshy does not know
 */
export function knownTag(locale: string): LanguageTag | undefined {
  const [language] = locale.split('-');
  return languageTags.find((tag) => tag === language);
}
