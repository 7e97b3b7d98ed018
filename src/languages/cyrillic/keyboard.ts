/** The keys of an English keyboard, and what they write when it is set to Russian, row by row. */
const englishKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianLetters = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** What each key of an English keyboard writes when it is set to another language. */
export type Keyboard = ReadonlyMap<string, string>;

/** The layout that all Cyrillic keyboards of the region begin with. */
export const russianKeyboard: Keyboard = keyboard(englishKeys, russianLetters);

/** The letters of that keyboard, row above row: a finger slips to a neighbour. */
export const letterRows: readonly string[] = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** The letters that words have when all that are easily lost are replaced. */
export const foldedLetters = 'абвгдежзийклмнопрстуфхцчшщыюя';

const fromRussian = new Map([...russianKeyboard].map(([key, letter]) => [letter, key]));

/**
 * @param keys of the English keyboard
 * @param letters what each writes, in the same order
 */
export function keyboard(keys: string, letters: string): Keyboard {
  return new Map(Array.from(keys, (key, place) => [key, letters[place] ?? '']));
}

/** What was meant, if a Cyrillic keyboard was left in English: «gjkbwbz» is «полиция»; [] if it cannot have been. */
export function asIfCyrillicKeyboard(word: string, keys: Keyboard): string[] {
  if (!/^[a-z;',.[\]`0-9=-]+$/u.test(word) || !/[a-z]/u.test(word)) return [];
  const meant = typed(word, keys);
  return meant.length > 1 && /[аәеоөуұүыіэёяию]/u.test(meant) ? [meant] : [];
}

/** The other way round: «зщдшсу» is «police». */
export function asIfEnglishKeyboard(word: string): string[] {
  const meant = /^[а-яё]+$/u.test(word) ? typed(word, fromRussian).replace(/[^a-z]/gu, '') : '';
  return meant ? [meant] : [];
}

function typed(word: string, keys: Keyboard): string {
  return Array.from(word, (key) => keys.get(key) ?? '').join('');
}
