import { readFileSync } from 'node:fs';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { parseOwnYaml } from './yaml.ts';

/** The languages whose interface texts come with Jarshy. */
export const builtInLocales = ['kk', 'ru', 'en'] as const satisfies readonly Locale[];

/** The interface texts that come with Jarshy for a language; undefined where it brings none. */
export function builtInStrings(locale: Locale): Record<string, Message> | undefined {
  if (!(builtInLocales as readonly string[]).includes(locale)) return undefined;
  return parseOwnYaml(
    readFileSync(new URL(`./strings/${locale}.yaml`, import.meta.url), 'utf8'),
  ) as Record<string, Message>;
}
