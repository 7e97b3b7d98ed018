import { english } from './en/english.ts';
import { kazakh } from './kk/kazakh.ts';
import { kyrgyz } from './ky/kyrgyz.ts';
import type { Language } from './language.ts';
import { russian } from './ru/russian.ts';
import { uzbek } from './uz/uzbek.ts';

/**
 * The languages that Jarshy supports, by folder name. To add one, see docs/contributing/adding-a-language.md. Lists and
 * questions use this order.
 */
export const languages = {
  kk: kazakh,
  ru: russian,
  en: english,
  uz: uzbek,
  ky: kyrgyz,
} as const satisfies Readonly<Record<string, Language>>;

/** The tag of a language with a grammar and a writing. */
export type KnownTag = keyof typeof languages;

/** The tags of all languages, in the order of `languages`. */
export const knownTags = Object.keys(languages) as readonly KnownTag[];

/**
 * Languages whose texts do not come with Jarshy, because no native reader has written them yet: an office writes the
 * interface in `content/strings/`, and the commands speak another language to it.
 */
const withoutTexts = ['uz', 'ky'] as const satisfies readonly KnownTag[];

/** The tag of a language whose texts come with Jarshy. */
export type LanguageTag = Exclude<KnownTag, (typeof withoutTexts)[number]>;

/** Their tags, in the order of `languages`. */
export const languageTags = knownTags.filter(
  (tag): tag is LanguageTag => !withoutTexts.some((without) => without === tag),
);

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
export function knownTag(locale: string): KnownTag | undefined {
  const [language] = locale.split('-');
  return knownTags.find((tag) => tag === language);
}
