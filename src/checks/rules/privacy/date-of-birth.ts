import { everyWriting } from '#languages/writings.ts';
import { matches, type PersonalData } from './personal-data.ts';

const day = String.raw`(?:\d{1,2}[./]\d{1,2}[./]|\d{1,2} \p{L}{3,9} )?`;
const year = String.raw`(?:19|20)\d\d`;
const every = everyWriting.map(({ personal }) => personal);
/** What follows the year. */
const born = String.raw`\s?(?:${every.flatMap((personal) => personal.born).join('|')})(?!\p{L})`;
const label = every.flatMap((personal) => personal.birthDate).join('|');

/**
 * A date of birth: a date or a year before «г.р.», «года рождения», «ж.т.», or after «дата рождения», «туған күні».
 */
export const dateOfBirth: PersonalData = {
  name: 'date-of-birth',
  severity: 'warning',
  id: 'private-date-of-birth',
  *search(text) {
    yield* matches(text, new RegExp(String.raw`(?<![\d.])(?<value>${day}${year})${born}`, 'gimu'));
    yield* matches(
      text,
      new RegExp(
        String.raw`(?:${label})[\s:–—-]{1,4}(?<value>\d{1,2}[./]\d{1,2}[./]${year})`,
        'giu',
      ),
    );
  },
};
