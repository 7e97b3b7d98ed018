import { everyWriting } from '#languages/writings.ts';
import { matches, type PersonalData } from './personal-data.ts';

const day = String.raw`(?:\d{1,2}[./]\d{1,2}[./]|\d{1,2} \p{L}{3,9} )?`;
const year = String.raw`(?:19|20)\d\d`;
const every = everyWriting.map(({ personal }) => personal);
/** What follows the year. */
const born = String.raw`\s?(?:${every.flatMap((personal) => personal.born).join('|')})(?!\p{L})`;
const label = every.flatMap((personal) => personal.birthDate).join('|');
const months = everyWriting
  .flatMap(({ dates }) => dates.monthBeginnings)
  .map((month) => String.raw`${month}\p{L}*`)
  .join('|');
/** A whole day, in figures or in words, in the order of any of the languages. */
const wholeDay = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-]${year}`,
  String.raw`${year}-\d{2}-\d{2}`,
  String.raw`\d{1,2}\s+(?:${months}),?\s+${year}`,
  String.raw`(?:${months})\s+\d{1,2},?\s+${year}`,
  String.raw`${year}\s+(?:\p{L}+\.?\s+)?\d{1,2}\s+(?:${months})`,
].join('|');
const wasBorn = every.flatMap((personal) => personal.wasBorn).join('|');
/** A few words may stand between: «родился в городе Алматы 14.05.1985», «14.05.2014 күні Алматыда туған». */
const gap = String.raw`(?:[ \t]+|[ \t]*\n[ \t]*)`;
const between = String.raw`(?:${gap}(?:[\p{L}«»]+|\p{L}{1,3}\.),?){0,4}?(?:${gap}|[ ,:(–—-]{1,4})`;

/**
 * A date of birth: a date or a year before «г.р.», «года рождения», «ж.т.», or after «дата рождения», «туған күні»; a
 * whole day beside «родился», «туған». A year beside these words alone is that of a biography.
 */
export const dateOfBirth: PersonalData = {
  name: 'date-of-birth',
  severity: 'warning',
  severityInPublication: 'error',
  id: 'private-date-of-birth',
  *search(text) {
    const found = new Map<number, string>();
    for (const pattern of patterns)
      for (const { index, value } of matches(text, pattern))
        if (!found.has(index)) {
          found.set(index, value);
          yield { index, value };
        }
  },
};

const patterns = [
  new RegExp(String.raw`(?<![\d.])(?<value>${day}${year})${born}`, 'gimu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:${label})[\s:–—-]{1,4}(?<value>${wholeDay}|\d{1,2}[./]\d{1,2}[./]${year})`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:${wasBorn})(?!\p{L})${between}(?<value>${wholeDay})(?!\d)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\d.])(?<value>${wholeDay})(?!\d)${between}(?:${wasBorn})(?!\p{L})`,
    'giu',
  ),
];
