import { parseOwnYaml } from '#lang/yaml.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { EditorLocale } from '#schema/wording.ts';

/** What each rule means and why it is kept, by its name. */
export function ruleTexts(locale: EditorLocale): Readonly<Record<string, string>> {
  return parseOwnYaml(readTexts(locale, 'rules')) as Record<string, string>;
}
