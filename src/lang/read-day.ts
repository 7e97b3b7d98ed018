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
/** «20» января: forms of offices leave the day between quotation marks. */
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

/** A day as it is written, and the time on the clock where one is said: `10:15:00`. */
export interface ReadDay {
  readonly day: string;
  readonly time?: string | undefined;
  readonly rest: string;
}

/**
 * The day with which a text begins, as people write it in any known language, and what follows it.
 * @returns undefined where the text begins otherwise, or there is no such day
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

/** What follows the time where a moment is written out: a zone. */
const zone = /^\s*(?<zone>Z|UTC?|GMT|[+-]\d{2}:?\d{2}|ALMT|[A-Z]{3,4})$/u;
/** Zones of the offices that wrote such dates; others by name are not guessed. */
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
 * A date that is the whole of a text, in any order that people and programs write: `05.06.2025 10:00` is the 5th of June.
 * @returns a day; a moment with its offset; or, where no zone is said, the time on the clocks of the site without one:
 *   `2025-06-05T10:00:00`
 */
export function readWrittenDate(text: string): string | undefined {
  const written = text.trim();
  const seconds = /^\d{9,10}$/u.exec(written) ? Number(written) * 1000 : undefined;
  if (seconds !== undefined) return new Date(seconds).toISOString();
  // RFC 822 has years of two digits, which no longer mean the last century.
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
  // Almaty's time has changed: only the site knows which it was.
  return `${day}T${clock}${offset ?? ''}`;
}
