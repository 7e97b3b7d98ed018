import { matches, type PersonalData } from './personal-data.ts';

/** Account numbers of Kazakhstan. A warning: those of organisations are public. */
export const iban: PersonalData = {
  name: 'iban',
  severity: 'warning',
  id: 'private-iban',
  search: (text) =>
    matches(text, /(?<![\p{L}\d])KZ\d{2}(?: ?[A-Z\d]){16}(?![\p{L}\d])/gu, (value) =>
      isIban(value.replaceAll(' ', '')),
    ),
};

/** ISO 13616: the first four signs go to the end, letters count from A = 10, and the whole leaves 1 when divided by 97. */
function isIban(written: string): boolean {
  const digits = Array.from(written.slice(4) + written.slice(0, 4), (sign) =>
    Number.parseInt(sign, 36),
  ).join('');
  return BigInt(digits) % 97n === 1n;
}
