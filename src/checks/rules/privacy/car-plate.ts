import { everyWriting } from '#languages/writings.ts';
import { matches, type PersonalData } from './personal-data.ts';

/**
 * Number plates of private cars: three digits, three letters, and the region from 01 to 20. Plates with two letters
 * belong to organisations.
 */
export const carPlate: PersonalData = {
  name: 'car-plate',
  severity: 'warning',
  severityInPublication: 'error',
  id: 'private-car-plate',
  // Both alphabets, because people type any letter that looks right.
  search: (text) =>
    matches(
      text,
      /(?<![\p{L}\d.,-])\d{3}(?<space> ?)[A-ZАВЕКМНОРСТУХ]{3}\k<space>(?:0[1-9]|1\d|20)(?![\p{L}\d]|[.,-]\d)/gu,
      (value) => !words.has(value.replaceAll(/[^\p{L}]/gu, '')),
    ),
};

/** Words that occur between two numbers but are not part of a plate. */
const words: ReadonlySet<string> = new Set([
  'KZT',
  'USD',
  'EUR',
  'RUB',
  'GBP',
  'CNY',
  'KGS',
  'UZS',
  'TRY',
  'PDF',
  'USB',
  'LED',
  'VIP',
  ...everyWriting.flatMap(({ personal }) => personal.unlikePlates),
]);
