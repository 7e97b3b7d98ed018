import { readFileSync } from 'node:fs';
import type { LanguageTag } from './languages.ts';

/**
 * The files of texts in the folder of a language: the interface of the site (`strings`), what editors are told is wrong
 * (`problems`), what the commands say (`messages`) and what the rules of the checks mean (`rules`).
 */
export type TextsName = 'strings' | 'problems' | 'messages' | 'rules';

/** @returns the YAML source of one of these files */
export function readTexts(tag: LanguageTag, name: TextsName): string {
  return readFileSync(new URL(`./${tag}/${name}.yaml`, import.meta.url), 'utf8');
}
