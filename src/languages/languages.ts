import { english } from './en/english.ts';
import { kazakh } from './kk/kazakh.ts';
import type { Language } from './language.ts';
import { russian } from './ru/russian.ts';

/**
 * The languages that Jarshy supports, by folder name. To add one, see docs/contributing/adding-a-language.md. Lists and
 * questions use this order.
 */
export const languages = {
  kk: kazakh,
  ru: russian,
  en: english,
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageTag = keyof typeof languages;

/** The tags of the supported languages, in the order of `languages`. */
export const languageTags = Object.keys(languages) as readonly LanguageTag[];

/**
 * The languages for an office that does not choose any: a new site gets them, and the desk explains its fields in them.
 */
export const officeTags: readonly LanguageTag[] = ['kk', 'ru'];

/** The language of the commands for people whose language Jarshy does not support. */
export const fallbackTag: LanguageTag = 'en';

/**
 * Finds the supported language of a tag.
 * @param locale a BCP 47 tag, which may have a script and region: `kk`, `uz-Cyrl-UZ`
 * @returns undefined for a language that Jarshy does not support
 */
export function knownTag(locale: string): LanguageTag | undefined {
  const [language] = locale.split('-');
  return languageTags.find((tag) => tag === language);
}
