import { everyWriting } from '#languages/writings.ts';
import { readMoment } from './time.ts';

const every = everyWriting.map(({ dates }) => dates);
const months = every.map((dates) => dates.months);
const short = every.map((dates) => dates.shortMonths);
const any = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;
const end = String.raw`(?!\p{L})`;
const month = String.raw`(?<month>${any(months.flat())}${any(every.flatMap((dates) => dates.monthEndings))}?${end}|${any(short.flat())}\p{L}{0,2}\.)`;
const year = String.raw`(?<year>\d{4})`;
const afterYear = String.raw`(?:\s*${any(every.flatMap((dates) => dates.afterYear))})?`;
const beforeDay = any(every.flatMap((dates) => dates.beforeDay));
/** The day of the month. Official forms put it in quotation marks: «20» января. */
const dayOf = String.raw`[«"“]?(?<day>\d{1,2})[»"”]?`;

const forms = [
  /(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/u,
  new RegExp(
    String.raw`(?<day>\d{1,2})(?<mark>[./-])(?<number>\d{1,2})\k<mark>${year}(?!\d)${afterYear}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<shortYear>\d{2})(?![\d.])${afterYear}`,
    'iu',
  ),
  new RegExp(
    String.raw`${dayOf}\s+${month.replace(String.raw`\.)`, String.raw`\.?${end})`)},?\s+${year}(?!\d)${afterYear}`,
    'iu',
  ),
  new RegExp(String.raw`${year}\s*${beforeDay},?\s*${dayOf}\s*[-–]?\s*${month}`, 'iu'),
  new RegExp(String.raw`${month}\s+(?<day>\d{1,2}),\s+${year}(?!\d)`, 'iu'),
];

const weekday = new RegExp(
  String.raw`^${any(every.flatMap((dates) => dates.weekdays))}\.?,?\s+`,
  'iu',
);
const time = new RegExp(
  String.raw`^(?:,\s*|\s+|T)(?:${any(every.flatMap((dates) => dates.beforeTime))}\s+)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?!\d)(?:\s*${any(every.flatMap((dates) => dates.afterTime))}${end})?`,
  'iu',
);

/** A day (`2025-06-05`), the time if the text has one (`10:15:00`), and the rest of the text. */
export interface ReadDay {
  readonly day: string;
  readonly time?: string | undefined;
  readonly rest: string;
}

/**
 * Reads a day at the beginning of a text, in any format that people use in a known language.
 * @returns undefined when the text does not begin with a day, or the day does not exist
 */
export function readDay(text: string): ReadDay | undefined {
  const bare = text.replace(weekday, '');
  for (const form of forms) {
    const match = new RegExp(`^(?:${form.source})`, form.flags).exec(bare);
    if (!match) continue;
    const { year, shortYear, number, month = '', day = '' } = match.groups ?? {};
    const written = [
      year ?? `20${shortYear}`,
      String(number ?? monthOf(month)).padStart(2, '0'),
      day.padStart(2, '0'),
    ].join('-');
    if (!readMoment(written)) continue;
    const rest = bare.slice(match[0].length);
    const clock = time.exec(rest);
    const { hour = '', minute = '', second = '00' } = clock?.groups ?? {};
    return clock && Number(hour) < 24 && Number(minute) < 60
      ? {
          day: written,
          time: `${hour.padStart(2, '0')}:${minute}:${second}`,
          rest: rest.slice(clock[0].length),
        }
      : { day: written, rest };
  }
  return undefined;
}

/** @returns 1 for January */
function monthOf(name: string): number {
  const written = name.toLowerCase();
  const lists = [...months, ...short];
  const place = lists
    .map((names) => names.findIndex((one) => written.startsWith(one)))
    .find((index) => index >= 0);
  return (place ?? 0) + 1;
}

/** The time zone after the time of a full timestamp. */
const zone = /^\s*(?<zone>Z|UTC?|GMT|[+-]\d{2}:?\d{2}|ALMT|[A-Z]{3,4})$/u;
/** Zone names used by the offices that wrote such dates. Other names are not guessed. */
const offsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  MSK: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * Reads a text that is only a date, in any order that people and programs use: `05.06.2025 10:00` is the 5th of June. A
 * number of 9 or 10 digits is Unix time in seconds.
 * @returns a day; a moment with its offset; or, without a zone, the local time of the site without an offset:
 *   `2025-06-05T10:00:00`. Undefined when the text is anything else
 */
export function readWrittenDate(text: string): string | undefined {
  const written = text.trim();
  const seconds = /^\d{9,10}$/u.exec(written) ? Number(written) * 1000 : undefined;
  if (seconds !== undefined) return new Date(seconds).toISOString();
  // RFC 822 years have two digits. They no longer mean the last century, so they are read as 20xx.
  const full = written.replace(
    /^(?<head>(?:\p{L}+\.?,\s*)?\d{1,2}\s+\p{L}+\.?\s+)(?<year>\d{2})(?=\s)/u,
    '$<head>20$<year>',
  );
  const read = readDay(full);
  if (!read) return undefined;
  const { day, time: clock } = read;
  if (clock === undefined) return /^[\s.,;]*$/u.test(read.rest) ? day : undefined;
  if (/^[\s.,;]*$/u.test(read.rest)) return `${day}T${clock}`;
  const named = zone.exec(read.rest)?.groups?.zone;
  if (named === undefined) return undefined;
  const offset = /^[+-]/u.test(named)
    ? named.replace(/^(?<hours>.\d{2}):?/u, '$<hours>:')
    : offsets[named];
  // A known abbreviation without a fixed offset, such as ALMT, gives a local time. Almaty has changed its offset, so
  // only the site's time zone has the right one.
  return `${day}T${clock}${offset ?? ''}`;
}
