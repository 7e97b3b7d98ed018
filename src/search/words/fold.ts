import type { Language } from '#languages/language.ts';
import { languages } from '#languages/languages.ts';

/**
 * The letters that people often replace or omit when they type. Those of all languages are used, because every text has
 * names in other languages, so a key must be the same in every index.
 */
const lost: Language['lostLetters'] = Object.fromEntries(
  Object.values(languages).flatMap(({ lostLetters }) => Object.entries(lostLetters)),
);

/** A stem with those letters replaced: «қала» → «кала», «ёлк» → «елк». */
export function fold(stem: string): string {
  return Array.from(stem, (letter) => lost[letter]?.[0] ?? plain(letter)).join('');
}

/**
 * The key of a stem: «қала» → «калаxqz». The codes of the lost letters are listed in order, without their positions.
 * This is enough to distinguish all words we know.
 */
export function keyOf(stem: string): string {
  return `${anyKeyOf(stem)}${Array.from(stem, (letter) => lost[letter]?.[1] ?? '').join('')}z`;
}

/** The prefix that all keys of a stem share, however its letters were typed: «қала» → «калаx». */
export function anyKeyOf(stem: string): string {
  return `${fold(stem)}x`;
}

/**
 * Letters of other alphabets lose their marks (é → e), or become their code point in base 36. So a key is a single
 * token for every tokenizer.
 */
function plain(letter: string): string {
  if (/^[a-zа-я0-9]$/u.test(letter)) return letter;
  const [base = ''] = letter.normalize('NFKD').toLowerCase();
  if (/^[a-zа-я0-9]$/u.test(base)) return base;
  return /[\p{L}\p{N}]/u.test(base) ? base.codePointAt(0)!.toString(36) : '';
}
