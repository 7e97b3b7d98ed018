import type { Locale } from '#lang/locale.ts';
import type { Call } from '#cli/command.ts';
import type { Asker } from '#cli/terminal/prompts.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * The same name in every language of a site: first those that were given, in the order of the languages; the others are
 * asked at a terminal.
 * @param question asks for the name in a language
 * @throws {UserError} when a name is missing and nobody can be asked, or when there are more names than languages
 */
export async function namesIn(
  locales: readonly Locale[],
  given: readonly string[],
  question: (language: string) => string,
  { say, locale: editor }: Pick<Call, 'say' | 'locale'>,
  asker?: Asker,
): Promise<Map<Locale, string>> {
  const [extra] = given.slice(locales.length);
  if (extra !== undefined) throw new UserError('extra-argument', { argument: extra });
  const named = new Intl.DisplayNames(editor, { type: 'language' });
  const names = new Map<Locale, string>();
  for (const [index, locale] of locales.entries()) {
    const language = named.of(locale) ?? locale;
    const name =
      given[index]?.trim() ||
      (await asker?.line(question(language), (line) => line || undefined, say('ask.something')));
    if (!name) throw new UserError('name-missing', { language, languages: locales.join(', ') });
    names.set(locale, name);
  }
  return names;
}
