import { readMoment } from './time.ts';

/** The months as dates name them, January first: Russian in the genitive, Kazakh with the endings that dates give them. */
const months: readonly (readonly string[])[] = [
  [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
];
const month = `(?<month>${months.flat().join('|')})(?:да|де|та|те|ы|і)?`;

const forms = [
  /(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/u,
  /(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<year>\d{4})(?!\d)(?:\s*(?:г\.|года|ж\.))?/u,
  new RegExp(
    `(?<day>\\d{1,2})\\s+${month}\\s+(?<year>\\d{4})(?!\\d)(?:\\s*(?:г\\.|года|ж\\.|жыл(?:ы)?))?`,
    'iu',
  ),
  new RegExp(
    `(?<year>\\d{4})\\s*(?:жылғы|жылы|жыл|ж\\.)\\s*(?<day>\\d{1,2})\\s*[-–]?\\s*${month}`,
    'iu',
  ),
  new RegExp(`${month}\\s+(?<day>\\d{1,2}),\\s+(?<year>\\d{4})(?!\\d)`, 'iu'),
];

/**
 * The day with which a text begins, as people write it in Kazakh, Russian and English, and what follows it.
 * @returns undefined where the text begins otherwise, or there is no such day
 */
export function readDay(text: string): { readonly day: string; readonly rest: string } | undefined {
  for (const form of forms) {
    const match = new RegExp(`^(?:${form.source})`, form.flags).exec(text);
    if (!match) continue;
    const { year, number, day } = match.groups!;
    const named = months
      .find((names) => names.includes(match.groups!.month?.toLowerCase() ?? ''))
      ?.indexOf(match.groups!.month!.toLowerCase());
    const written = `${year}-${String(number ?? (named ?? 0) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (readMoment(written)) return { day: written, rest: text.slice(match[0].length) };
  }
  return undefined;
}
