import { matches, type PersonalData, withoutAddresses } from './personal-data.ts';

/** Bank card numbers: without spaces, or in the groups in which cards show them. */
export const bankCard: PersonalData = {
  name: 'bank-card',
  severity: 'error',
  id: 'private-bank-card',
  search: (text) =>
    matches(
      withoutAddresses(text),
      /(?<![\p{L}\d]|\d[.,-])(?:\d{13,19}|\d{4}(?:[ \n-]\d{4}){3}|\d{4}[ -]\d{6}[ -]\d{5})(?![\p{L}\d]|[-/]\d)/gu,
      (value) => isBankCard(value.replaceAll(/\D/gu, '')),
    ),
};

/** The first digits and the lengths of each kind of card number (ISO/IEC 7812; the issuers' published ranges). */
const kinds: ReadonlyArray<readonly [begins: RegExp, lengths: readonly number[]]> = [
  [/^4/u, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/u, [16]], // Mastercard
  [/^220[0-4]/u, [16, 17, 18, 19]], // Mir
  [/^3[47]/u, [15]], // American Express
  [/^(?:62|81)/u, [16, 17, 18, 19]], // UnionPay
  [/^(?:50|5[6-9]|6304|67|9)/u, [16]], // Maestro; national cards
];

function isBankCard(digits: string): boolean {
  return (
    kinds.some(([begins, lengths]) => begins.test(digits) && lengths.includes(digits.length)) &&
    passesLuhn(digits) &&
    new Set(digits).size > 2
  );
}

/** The Luhn check (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
