/** The letters with which lists are numbered. */
export const latin = 'abcdefghijklmnopqrstuvwxyz';

/** The letter label of an item. After the last letter, Word doubles them: я, аа, бб. */
export function lettered(number: number, letters: string): string {
  const place = (number - 1) % letters.length;
  return (letters[place] ?? '').repeat(Math.floor((number - 1) / letters.length) + 1);
}

const romans: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as a Roman numeral. */
export function roman(number: number): string {
  let [rest, text] = [number, ''];
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign;
  return text;
}
