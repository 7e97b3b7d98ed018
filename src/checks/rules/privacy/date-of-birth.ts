import { matches, type PersonalData } from './personal-data.ts';

const day = String.raw`(?:\d{1,2}[./]\d{1,2}[./]|\d{1,2} \p{L}{3,9} )?`;
const year = String.raw`(?:19|20)\d\d`;
/** After the year. «2025 г. р. Иртыш» is a river: with a space, nothing but a comma or an end may follow. */
const born = String.raw`\s?(?:г\.р\.|г/р|г\. р\.(?=\s*(?:[,;)]|$))|года рождения|ж\.т\.|ж\. т\.(?=\s*(?:[,;)]|$))|жылы туған|жылғы туған)(?!\p{L})`;

/** When somebody was born: a date or a year beside «г.р.», «года рождения», «ж.т.», or after «дата рождения», «туған күні». */
export const dateOfBirth: PersonalData = {
  name: 'date-of-birth',
  severity: 'warning',
  id: 'private-date-of-birth',
  *search(text) {
    yield* matches(text, new RegExp(String.raw`(?<![\d.])(?<value>${day}${year})${born}`, 'gimu'));
    yield* matches(
      text,
      new RegExp(
        String.raw`(?:дата рождения|туған күні|date of birth)[\s:–—-]{1,4}(?<value>\d{1,2}[./]\d{1,2}[./]${year})`,
        'giu',
      ),
    );
  },
};
