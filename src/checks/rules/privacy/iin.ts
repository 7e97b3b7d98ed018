import { matches, type PersonalData } from './personal-data.ts';

/**
 * Individual identification numbers. Those of organisations (BIN) are public. Their fifth digit is 4 to 6, which no
 * day of the month begins with.
 */
export const iin: PersonalData = {
  name: 'iin',
  severity: 'error',
  id: 'private-iin',
  search: (text, { year }) =>
    matches(text, /(?<![\p{L}\d])\d{6}[ -]?\d{6}(?!\d|[.,]\d)/gu, (value) =>
      isIin(value.replaceAll(/\D/gu, ''), year),
    ),
};

/** The century of birth that the seventh digit stands for. 0 is for foreigners, of any century. */
const centuries = [undefined, 1800, 1800, 1900, 1900, 2000, 2000];
const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const otherWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * Whether twelve digits can be the number of a living person: a real day of birth that is not in the future, and a
 * correct check digit.
 * Source: Government decree № 565 of 2003-06-11, on the register of identification numbers.
 * @param digits twelve digits
 * @param thisYear the current year, with four digits
 */
export function isIin(digits: string, thisYear: number): boolean {
  const [year, month, day, seventh] = [
    digits.slice(0, 2),
    digits.slice(2, 4),
    digits.slice(4, 6),
    digits[6],
  ].map(Number) as [number, number, number, number];
  if (seventh >= centuries.length) return false;
  const century = centuries[seventh] ?? 2000;
  const date = new Date(Date.UTC(century + year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return (
    isDay &&
    (seventh === 0 || century + year <= thisYear) &&
    checkDigit(digits) === Number(digits[11])
  );
}

function checkDigit(digits: string): number | undefined {
  const sum = (by: readonly number[]) =>
    by.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11;
  const first = sum(weights);
  const digit = first === 10 ? sum(otherWeights) : first;
  return digit === 10 ? undefined : digit;
}
