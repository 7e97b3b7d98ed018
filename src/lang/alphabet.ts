import type { Alphabet } from '#languages/writing.ts';
import { writingOf } from '#languages/writings.ts';
import type { Locale } from './locale.ts';

/**
 * What a typeface must have for a language to be set in it: figures, letters, small and large, and the signs of its texts.
 * @returns each once; figures alone for a language of which no more is known
 */
export function lettersOf(locale: Locale): string[] {
  const small = writingOf(locale)?.letters ?? '';
  return [...new Set([...`0123456789${small}${small.toLocaleUpperCase(locale)}`])];
}

/** @returns undefined for a language whose texts its letters do not tell from others */
export function alphabetOf(locale: Locale): Alphabet | undefined {
  return writingOf(locale)?.alphabet;
}
