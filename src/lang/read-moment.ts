import { type ReadDay, readDay } from './read-day.ts';
import { readMoment, startOf, type Written } from './time.ts';

/** A date in digits, in the order of a language: `20/11/2026`, `20.11.26`; or of computers: `2026/11/20`, `20261120`. */
const digits = [
  /^(?<a>\d{1,2})(?<mark>[./-])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?!\d)/u,
  /^(?<year>\d{4})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/u,
  /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?=$|[T\s])/u,
];

const zone =
  /^\s*(?:(?<zulu>Z|UTC|GMT)|(?:UTC|GMT)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)$/iu;

/** What a text says if it is read as a date. */
interface Reading {
  readonly day: string;
  /** `10:00:00`. */
  readonly time?: string | undefined;
  /** `+05:00`, `Z`. */
  readonly offset?: string | undefined;
  /** Whether it can only be read like that. */
  readonly isSure: boolean;
}

/**
 * Reads a moment in any of the usual ways: `2026-01-22`, `22.01.2026 10:00`, `22 января 2026 г.`, `20260122`,
 * `2026-01-22 10:00:00 -0500`. A time without a zone is a time of the site's zone.
 * @returns undefined where there is more than one reading (`03/04/2026`), or none; see `likelyMoment`
 */
export function readAnyMoment(text: string): Written | undefined {
  const strict = readMoment(text);
  if (strict) return strict;
  const read = readingOf(text);
  return read?.isSure ? writtenOf(read) : undefined;
}

/**
 * What a person most likely meant with a text that `readAnyMoment` refuses, to be proposed: `2026-04-03` for
 * `03/04/2026`, `2026-11-30` for `2026-11-31`.
 * @returns undefined when the text is not like a date
 */
export function likelyMoment(text: string): string | undefined {
  const read = readingOf(text) ?? nearDay(text);
  if (!read) return undefined;
  const { day, time, offset = '' } = read;
  const whole = time === undefined ? day : `${day}T${time.replace(/:00$/u, '')}${offset}`;
  return writtenOf(read) ? whole : day;
}

function writtenOf({ day, time, offset }: Reading): Written | undefined {
  if (time === undefined) return { day };
  const local = `${day}T${time}`;
  if (offset !== undefined) return readMoment(`${local}${offset}`);
  return { local };
}

function readingOf(text: string): Reading | undefined {
  const found = digits.map((form) => form.exec(text)).find((match) => match !== null);
  if (!found?.groups) return withRest(readDay(text), true);
  const { a, b, year = '', month, day, mark } = found.groups;
  const order =
    a !== undefined && b !== undefined ? dayAndMonth(a, b, mark) : { day, month, isSure: true };
  const rest = text
    .slice(found[0].length)
    .replace(
      /^T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?/u,
      (_, hour, minute, second = '00') => `T${hour}:${minute}:${second}`,
    );
  const whole = year.length === 2 ? `20${year}` : year;
  return withRest(
    readDay(`${order.day}.${order.month}.${whole}${rest}`),
    order.isSure && whole === year,
  );
}

/** In all known languages the day comes first. With slashes, Americans write the month first. */
function dayAndMonth(a: string, b: string, mark: string | undefined) {
  if (Number(b) > 12 && Number(a) <= 12) return { day: b, month: a, isSure: mark === '/' };
  return { day: a, month: b, isSure: mark === '.' || Number(a) > 12 || a === b };
}

/** Reads the zone after a time. */
function withRest(read: ReadDay | undefined, isSure: boolean): Reading | undefined {
  if (!read) return undefined;
  const { day, time, rest } = read;
  if (/^[\s.,;]*$/u.test(rest)) return { day, time, isSure };
  const found = time === undefined ? undefined : zone.exec(rest)?.groups;
  if (!found) return undefined;
  const { zulu, sign, hours = '', minutes = '00' } = found;
  return { day, time, isSure, offset: zulu ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}` };
}

/** A day that is not in the calendar: the last one of its month, or with month and day in the other order. */
function nearDay(text: string): Reading | undefined {
  const found =
    /^(?<year>\d{4})[./-]?(?<month>\d{1,2})[./-]?(?<day>\d{1,2})(?!\d)/u.exec(text) ??
    /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})(?!\d)/u.exec(text);
  const { year = '', month = '', day = '' } = found?.groups ?? {};
  // The day is right, so something else is wrong.
  if (readMoment(isoDay(year, month, day))) return undefined;
  const last = [31, 30, 29, 28].map((each) => isoDay(year, month, String(each)));
  const swapped = isoDay(year, day, month);
  const near = Number(day) > 28 ? last.find((each) => readMoment(each)) : undefined;
  const better = near ?? (readMoment(swapped) && swapped);
  return better === undefined ? undefined : { day: better, isSure: false };
}

function isoDay(year: string, month: string, day: string): string {
  return [
    year.length === 2 ? `20${year}` : year,
    month.padStart(2, '0'),
    day.padStart(2, '0'),
  ].join('-');
}

/** Like `readAnyMoment`, with a time of the zone as a moment: for options of commands and imported files. */
export function guessMoment(
  text: string,
  timeZone: string,
): Exclude<Written, { local: string }> | undefined {
  const read = readAnyMoment(text);
  return read && 'local' in read ? { instant: startOf(read, timeZone) } : read;
}
