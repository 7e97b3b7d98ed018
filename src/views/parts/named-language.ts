import type { Direction, Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { StringId } from '#lang/strings-keys.ts';
import type { Context } from './context.ts';

/**
 * A sentence that contains the name of another language, written in that language. The name is marked up
 * separately, so that it is pronounced and hyphenated correctly (WCAG 3.1.2).
 */
export interface NamedLanguage {
  readonly before: string;
  readonly name: string;
  readonly lang: Locale;
  readonly dir: Direction;
  readonly after: string;
}

/**
 * Splits the sentence around the name of the language.
 * @param id of a text whose only placeholder is `{language}`
 */
export function namedLanguage(
  { snapshot, t }: Context,
  id: 'switch.missing' | 'announcement.machineSource',
  lang: Locale,
): NamedLanguage {
  const strings = mustGet(snapshot.model.strings, lang);
  const [before = '', after = ''] = t(id satisfies StringId, { language: '\n' }).split('\n');
  return { before, name: strings.t('language.name'), lang, dir: strings.dir, after };
}
