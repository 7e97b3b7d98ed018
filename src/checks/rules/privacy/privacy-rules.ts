import type { Rule } from '#checks/rule.ts';
import { attachmentAuthor } from './attachment-author.ts';
import { bankCard } from './bank-card.ts';
import { carPlate } from './car-plate.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { homeAddress } from './home-address.ts';
import { iban } from './iban.ts';
import { identityCard } from './identity-card.ts';
import { iin } from './iin.ts';
import { location } from './location.ts';
import { mobileNumber } from './mobile-number.ts';
import { personalData, type PersonalData } from './personal-data.ts';

/** The kinds of personal data that every text is searched for. */
export const personalDataKinds: readonly PersonalData[] = [
  iin,
  bankCard,
  iban,
  mobileNumber,
  carPlate,
  identityCard,
  dateOfBirth,
  homeAddress,
];

/** The rules that `privacyOk` can silence. */
export const privacyRules: readonly Rule[] = [
  ...personalDataKinds.map(personalData),
  attachmentAuthor,
  location,
];
