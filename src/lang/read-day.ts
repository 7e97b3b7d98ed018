import { everyWriting } from '#languages/writings.ts';
import { readMoment } from './time.ts';

const every = everyWriting.map(({ dates }) => dates);
const months = every.map((dates) => dates.months);
const month = `(?<month>${months.flat().join('|')})(?:${every.flatMap((dates) => dates.monthEndings).join('|')})?`;
const year = String.raw`(?<year>\d{4})`;
const afterYear = String.raw`(?:\s*(?:${every.flatMap((dates) => dates.afterYear).join('|')}))?`;
const beforeDay = `(?:${every.flatMap((dates) => dates.beforeDay).join('|')})`;

const forms = [
  /(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/u,
  new RegExp(String.raw`(?<day>\d{1,2})\.(?<number>\d{1,2})\.${year}(?!\d)${afterYear}`, 'iu'),
  new RegExp(String.raw`(?<day>\d{1,2})\s+${month}\s+${year}(?!\d)${afterYear}`, 'iu'),
  new RegExp(String.raw`${year}\s*${beforeDay}\s*(?<day>\d{1,2})\s*[-–]?\s*${month}`, 'iu'),
  new RegExp(String.raw`${month}\s+(?<day>\d{1,2}),\s+${year}(?!\d)`, 'iu'),
];

/**
 * The day with which a text begins, as people write it in any known language, and what follows it.
 * @returns undefined where the text begins otherwise, or there is no such day
 */
export function readDay(text: string): { readonly day: string; readonly rest: string } | undefined {
  for (const form of forms) {
    const match = new RegExp(`^(?:${form.source})`, form.flags).exec(text);
    if (!match) continue;
    const { number, day } = match.groups!;
    const named = months
      .find((names) => names.includes(match.groups!.month?.toLowerCase() ?? ''))
      ?.indexOf(match.groups!.month!.toLowerCase());
    const written = `${match.groups!.year}-${String(number ?? (named ?? 0) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (readMoment(written)) return { day: written, rest: text.slice(match[0].length) };
  }
  return undefined;
}
