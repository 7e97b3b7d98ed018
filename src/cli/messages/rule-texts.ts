import { readFileSync } from 'node:fs';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { EditorLocale } from '#schema/wording.ts';

/** What each rule means and why it is kept, by its name. */
export function ruleTexts(locale: EditorLocale): Readonly<Record<string, string>> {
  return parseOwnYaml(
    readFileSync(new URL(`./rules/${locale}.yaml`, import.meta.url), 'utf8'),
  ) as Record<string, string>;
}
