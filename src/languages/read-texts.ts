import { readFileSync } from 'node:fs';
import type { LanguageTag } from './languages.ts';

/**
 * The files of texts in the folder of a language: the interface of the site (`strings`), what editors are told is wrong
 * (`problems`), what a person can put right (`errors`), what the commands and the desk say (`messages`) and what they are
 * for (`help`), and what the rules of the checks mean (`rules`).
 */
export type TextsName = 'strings' | 'problems' | 'errors' | 'messages' | 'help' | 'rules';

/** @returns the YAML source of one of these files */
export function readTexts(tag: LanguageTag, name: TextsName): string {
  return readFileSync(new URL(`./${tag}/${name}.yaml`, import.meta.url), 'utf8');
}
