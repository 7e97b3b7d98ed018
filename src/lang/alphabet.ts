import type { Alphabet } from '#languages/writing.ts';
import { writingOf } from '#languages/writings.ts';
import type { Locale } from './locale.ts';

/**
 * The characters that a typeface needs for a language: digits, lower-case and upper-case letters, and the punctuation
 * of its texts.
 * @returns each character once; only digits for an unknown language
 */
export function lettersOf(locale: Locale): string[] {
  const small = writingOf(locale)?.letters ?? '';
  return [...new Set([...`0123456789${small}${small.toLocaleUpperCase(locale)}`])];
}

/**
 * @returns what distinguishes texts of the language by their letters; undefined when letters cannot distinguish them
 */
export function alphabetOf(locale: Locale): Alphabet | undefined {
  return writingOf(locale)?.alphabet;
}
