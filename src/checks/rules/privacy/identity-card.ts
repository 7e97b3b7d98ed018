import { everyWriting } from '#languages/writings.ts';
import { matches, type PersonalData } from './personal-data.ts';

const cards = everyWriting.flatMap(({ personal }) => personal.identityCards).join('|');

/**
 * Numbers of identity cards (nine digits) and passports (N and eight digits). They are found only next to the word
 * for the document, because the digits alone prove nothing.
 */
export const identityCard: PersonalData = {
  name: 'identity-card',
  severity: 'error',
  id: 'private-identity-card',
  search: (text) =>
    matches(
      text,
      new RegExp(
        String.raw`(?:${cards})[^\d\n.!?]{0,40}(?<value>(?<!\d)(?:\d{9}|[N\u041D] ?\d{8}))(?!\d|[.,/-]\d)`,
        'giu',
      ),
    ),
};
