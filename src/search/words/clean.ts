import type { Language } from '#languages/language.ts';
import { languages } from '#languages/languages.ts';

/** Characters that do not change a word: combining marks (stress), soft hyphens and joiners. */
const silent = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** Marks that people type for a letter, of all languages. */
const marks = Object.values<Language>(languages).flatMap(({ typedMarks = [] }) =>
  typedMarks.map(({ mark, letter }) => [new RegExp(mark, 'gu'), letter] as const),
);

/**
 * A word as the grammars expect it: in lower case, composed (й, ё and ñ are single letters), without marks, with one
 * kind of hyphen.
 */
export function clean(word: string): string {
  const cleaned = word
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(silent, '')
    .replace(/[‐‑]/gu, '-');
  // A fast test first: few words have any.
  if (!/[\p{P}\p{S}]/u.test(cleaned)) return cleaned;
  return marks.reduce((text, [mark, letter]) => text.replace(mark, letter), cleaned);
}

/** Like `clean`, but keeps only letters, digits and inner hyphens. */
export function cleanLetters(word: string): string {
  return clean(word)
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/^-+|-+$/gu, '');
}
