import type { Language } from '#languages/language.ts';
import { languages } from '#languages/languages.ts';

/**
 * The letters that are easily lost when a word is typed. Those of all languages: a key is the same in every index, since
 * every text has names of other languages.
 */
const lost: Language['lostLetters'] = Object.fromEntries(
  Object.values(languages).flatMap(({ lostLetters }) => Object.entries(lostLetters)),
);

/** A stem with its easily lost letters replaced: «қала» → «кала», «ёлк» → «елк». */
export function fold(stem: string): string {
  return Array.from(stem, (letter) => lost[letter]?.[0] ?? plain(letter)).join('');
}

/** The key of a stem: «қала» → «калаxqz». Codes stand in order without their places: that parts all words we know. */
export function keyOf(stem: string): string {
  return `${anyKeyOf(stem)}${Array.from(stem, (letter) => lost[letter]?.[1] ?? '').join('')}z`;
}

/** What all keys of a stem begin with, however its letters were typed: «қала» → «калаx». */
export function anyKeyOf(stem: string): string {
  return `${fold(stem)}x`;
}

/** Letters of other alphabets lose their marks (é → e), or stand as their number, so that a key is one token wherever tokens are parted. */
function plain(letter: string): string {
  if (/^[a-zа-я0-9]$/u.test(letter)) return letter;
  const [base = ''] = letter.normalize('NFKD').toLowerCase();
  if (/^[a-zа-я0-9]$/u.test(base)) return base;
  return /[\p{L}\p{N}]/u.test(base) ? base.codePointAt(0)!.toString(36) : '';
}
