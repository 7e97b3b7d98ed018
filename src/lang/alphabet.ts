import type { Locale } from './locale.ts';

/** What tells a text of a language by its letters, where they do. */
export interface Alphabet {
  /** Letters that every longer text of the language has, and the other languages of the same script have not. */
  readonly own?: RegExp;
  /** Letters of the same script that the language has not. */
  readonly foreign: RegExp;
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  kk: { own: /[әғқңөұүһі]/iu, foreign: /[^\P{Script=Cyrillic}а-яёәғқңөұүһі]/iu },
  ru: { foreign: /[^\P{Script=Cyrillic}а-яё]/iu },
};

const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/** What a typeface must have for a language to be set in it: its letters, small and large, and the signs of its texts. */
const letters: Readonly<Record<string, string>> = {
  kk: `${russian}әғқңөұүһі«»—№`,
  ru: `${russian}«»—№`,
  en: 'abcdefghijklmnopqrstuvwxyz“”—',
};

/** @returns each once; none for a language of which no such thing is known */
export function lettersOf(locale: Locale): string[] {
  const small = letters[new Intl.Locale(locale).language] ?? '';
  return [...new Set([...`0123456789${small}${small.toLocaleUpperCase(locale)}`])];
}

/** @returns undefined for a language of which no such thing is known */
export function alphabetOf(locale: Locale): Alphabet | undefined {
  return alphabets[new Intl.Locale(locale).language];
}
