import { type LanguageTag, languageTags } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import { memoize } from '#memo.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { parseOwnYaml } from './yaml.ts';

/** The languages whose interface texts come with Jarshy. */
export const builtInLocales = languageTags;

/** The interface texts that come with Jarshy for a language; undefined if there are none. */
export function builtInStrings(locale: Locale): Record<string, Message> | undefined {
  const tag: LanguageTag | undefined = languageTags.find((known) => known === locale);
  return tag && (parseOwnYaml(readTexts(tag, 'strings')) as Record<string, Message>);
}

/** What the languages of the interface call the values of a field, in small letters, each with its value. */
export const builtInNames = memoize((field: string) => {
  const prefix = `${field}.`;
  return builtInLocales.flatMap((locale) =>
    Object.entries(builtInStrings(locale) ?? {}).flatMap(([key, name]) =>
      key.startsWith(prefix) && typeof name === 'string'
        ? [[name.toLowerCase(), key.slice(prefix.length)] as const]
        : [],
    ),
  );
});
