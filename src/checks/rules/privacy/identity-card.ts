import { matches, type PersonalData } from './personal-data.ts';

/** Numbers of identity cards (nine digits) and passports (N and eight): only beside the word, for the digits alone say nothing. */
export const identityCard: PersonalData = {
  name: 'identity-card',
  severity: 'error',
  id: 'private-identity-card',
  search: (text) =>
    matches(
      text,
      /(?:удостоверени\p{L}*\s+личности|жеке\s+куәлі\p{L}*|паспорт\p{L}*|төлқұжат\p{L}*|(?:identity|ID)\s+card|passport)[^\d\n.!?]{0,40}(?<value>(?<!\d)(?:\d{9}|[NН] ?\d{8}))(?!\d|[.,/-]\d)/giu,
    ),
};
