import { z } from 'zod';
import { caseForms } from './division.ts';
import { fileBeside, id, perLocale } from './fields.ts';

/** `content/people/<id>.yaml`: a person named in announcements. */
export const personFile = z.strictObject({
  name: perLocale,
  caseForms: caseForms.optional(),
  role: perLocale,
  division: id.optional(),
  portrait: fileBeside.optional(),
  portraitAlt: perLocale.optional(),
});
