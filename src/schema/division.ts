import { z } from 'zod';
import { email, id, line, perLocale, phone } from './fields.ts';

/** Other grammatical forms of a name, by language: «департаменттің», «департамента». */
export const caseForms = z.record(z.string(), z.array(line));

/** `content/divisions/<id>.yaml`: a division of the department. */
export const divisionFile = z.strictObject({
  name: perLocale,
  shortName: perLocale.optional(),
  caseForms: caseForms.optional(),
  /** The id of a person. */
  head: id.optional(),
  phone: phone.optional(),
  email: email.optional(),
  address: perLocale.optional(),
  /** When it is open. */
  hours: perLocale.optional(),
  /** The id of the division that this one belongs to. */
  parent: id.optional(),
});
