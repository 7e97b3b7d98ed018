/** The keys of an English keyboard, and what they write when it is set to Russian, row by row. */
const english = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
/** Kazakh letters stand where Russian keyboards have digits. */
const englishDigits = '234589 0-=';
const kazakhDigits = 'әіңғүұ қөһ';

const toRussian = new Map([...english].map((key, place) => [key, russian[place]!]));
const toKazakh = new Map([
  ...toRussian,
  ...[...englishDigits].map((key, place) => [key, kazakhDigits[place]!] as const),
]);
const toEnglish = new Map([...toRussian].map(([key, letter]) => [letter, key]));

const typed = (word: string, keys: ReadonlyMap<string, string>): string =>
  [...word].map((key) => keys.get(key) ?? '').join('');

/** What was meant, if the keyboard was left in English: «gjkbwbz» is «полиция»; undefined if it cannot have been. */
export function asIfCyrillicKeyboard(word: string, kazakh: boolean): string | undefined {
  if (!/^[a-z;',.[\]`0-9=-]+$/u.test(word) || !/[a-z]/u.test(word)) return undefined;
  const meant = typed(word, kazakh ? toKazakh : toRussian);
  return meant.length > 1 && /[аәеоөуұүыіэёяию]/u.test(meant) ? meant : undefined;
}

/** The other way round: «зщдшсу» is «police». */
export function asIfEnglishKeyboard(word: string): string | undefined {
  return /^[а-яё]+$/u.test(word)
    ? typed(word, toEnglish).replace(/[^a-z]/gu, '') || undefined
    : undefined;
}
