import { readFileSync } from 'node:fs';
import type { LanguageTag } from './languages.ts';

/**
 * The text files in the folder of a language:
 * - `strings`: the interface of the site
 * - `problems`: problems that editors are told about
 * - `errors`: errors that a person can correct
 * - `messages`: what the commands and the desk say
 * - `help`: what the commands and the desk are for
 * - `rules`: what the rules of the checks mean
 */
export type TextsName = 'strings' | 'problems' | 'errors' | 'messages' | 'help' | 'rules';

/** @returns the YAML source of one of these files */
export function readTexts(tag: LanguageTag, name: TextsName): string {
  return readFileSync(new URL(`./${tag}/${name}.yaml`, import.meta.url), 'utf8');
}
