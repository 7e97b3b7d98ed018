import { matches, type PersonalData } from './personal-data.ts';

/** Account numbers of Kazakhstan. Only a warning, because those of organisations are public. */
export const iban: PersonalData = {
  name: 'iban',
  severity: 'warning',
  id: 'private-iban',
  search: (text) =>
    matches(text, /(?<![\p{L}\d])KZ\d{2}(?: ?[A-Z\d]){16}(?![\p{L}\d])/gu, (value) =>
      isIban(value.replaceAll(' ', '')),
    ),
};

/**
 * ISO 13616: move the first four characters to the end and count letters from A = 10. The whole number modulo 97
 * must be 1.
 */
function isIban(written: string): boolean {
  const digits = Array.from(written.slice(4) + written.slice(0, 4), (sign) =>
    Number.parseInt(sign, 36),
  ).join('');
  return BigInt(digits) % 97n === 1n;
}
