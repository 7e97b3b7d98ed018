import { matches, type PersonalData, withoutAddresses } from './personal-data.ts';

/** Mobile numbers that are not among the contacts of the site or of a division. */
export const mobileNumber: PersonalData = {
  name: 'mobile-number',
  severity: 'warning',
  severityInPublication: 'error',
  id: 'private-mobile-number',
  *search(text, { numbers }) {
    const known = new Set(numbers.map(significant));
    yield* matches(withoutAddresses(text), mobile, (value) => !known.has(significant(value)));
  },
};

/**
 * +7 and the codes of mobile networks: 70x, 747 and 75x to 77x in Kazakhstan, 9xx in Russia. All other codes belong
 * to places (national numbering plan).
 */
const mobile =
  /(?<![\p{L}\d№#]|\d[.,/-])(?:\+ ?7|8|7)[ -]?\(?(?:70\d|747|7[5-7]\d|9\d\d)\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d|[./-]\d)/gu;

/** The ten digits after +7 or 8. */
function significant(number: string): string {
  return number.replaceAll(/\D/gu, '').slice(-10);
}
