/** The keys of an English keyboard row by row, and the letters they type when it is set to Russian. */
const englishKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianLetters = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** What each key of an English keyboard types when it is set to another language. */
export type Keyboard = ReadonlyMap<string, string>;

/** The Russian layout. All Cyrillic keyboards of the region are based on it. */
export const russianKeyboard: Keyboard = keyboard(englishKeys, russianLetters);

/** The letters of that keyboard by row, to find the keys next to a key. */
export const letterRows: readonly string[] = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** The letters that remain after easily lost letters are replaced. */
export const foldedLetters = 'абвгдежзийклмнопрстуфхцчшщыюя';

const fromRussian = new Map([...russianKeyboard].map(([key, letter]) => [letter, key]));

/**
 * Builds a layout.
 * @param keys keys of the English keyboard
 * @param letters what each key types, in the same order
 */
export function keyboard(keys: string, letters: string): Keyboard {
  return new Map(Array.from(keys, (key, place) => [key, letters[place] ?? '']));
}

/**
 * The word that was meant if a Cyrillic keyboard was left in English: «gjkbwbz» is «полиция». Empty if that is not
 * possible.
 */
export function asIfCyrillicKeyboard(word: string, keys: Keyboard): string[] {
  if (!/^[a-z;',.[\]`0-9=-]+$/u.test(word) || !/[a-z]/u.test(word)) return [];
  const meant = typed(word, keys);
  return meant.length > 1 && /[аәеоөуұүыіэёяию]/u.test(meant) ? [meant] : [];
}

/** The reverse, for an English word typed with the Russian layout: «зщдшсу» is «police». */
export function asIfEnglishKeyboard(word: string): string[] {
  const meant = /^[а-яё]+$/u.test(word) ? typed(word, fromRussian).replace(/[^a-z]/gu, '') : '';
  return meant ? [meant] : [];
}

function typed(word: string, keys: Keyboard): string {
  return Array.from(word, (key) => keys.get(key) ?? '').join('');
}
