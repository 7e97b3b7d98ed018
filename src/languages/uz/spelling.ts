/** Letters of the alphabet of 1995 that are one letter of the Cyrillic one, longest first. */
const pairs: ReadonlyArray<readonly [latin: RegExp, cyrillic: string]> = [
  [/oʻ/gu, 'ў'],
  [/gʻ/gu, 'ғ'],
  [/sh/gu, 'ш'],
  [/ch/gu, 'ч'],
  [/yo(?!ʻ)/gu, 'ё'],
  [/yu/gu, 'ю'],
  [/ya/gu, 'я'],
  [/ye/gu, 'е'],
  [/ts/gu, 'с'],
];
const letters: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н',
  o: 'о', p: 'п', q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'х', y: 'й', z: 'з', ʼ: '', ʻ: '',
  // Letters of Russian words, which the Latin alphabet writes otherwise.
  э: 'е', ц: 'с', щ: 'ш', ы: 'и', ъ: '', ь: '',
}; // prettier-ignore

/**
 * A word in Cyrillic letters, whichever of the two alphabets of Uzbek it is written in: «oʻzbekcha» and «ўзбекча» are
 * one word.
 * @param word in lower case
 */
export function inCyrillic(word: string): string {
  let spelled = word;
  for (const [latin, cyrillic] of pairs) spelled = spelled.replace(latin, cyrillic);
  return Array.from(spelled, (letter) => letters[letter] ?? letter).join('');
}
