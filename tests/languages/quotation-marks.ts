import { writingOf } from '#languages/writings.ts';

/** The quotation marks that texts of a language must not have: those that are not among its signs. */
export function foreignQuotationMarks(locale: string): RegExp {
  return writingOf(locale)?.letters.includes('«') ? /[“”]/u : /[«»]/u;
}
