import { Temporal } from 'temporal-polyfill';
import { memoize } from '#memo.ts';

/**
 * A moment as a person wrote it: a day; a time with its offset; or a time without one (`2026-01-22T10:00:00`), which is
 * a time of the site's zone. No time zone has been applied yet.
 */
export type Written =
  { readonly day: string } | { readonly instant: Date } | { readonly local: string };

const day = /^\d{4}-\d{2}-\d{2}$/u;
const timeWithOffset =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/**
 * Reads `2026-01-22`, or a date with time and offset (`2026-01-22T10:00+05:00`).
 * @returns undefined for anything else: other formats, days that do not exist, a time without an offset
 */
export function readMoment(text: string): Written | undefined {
  try {
    if (day.test(text))
      return { day: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() };
    if (timeWithOffset.test(text))
      return { instant: new Date(Temporal.Instant.from(text).epochMilliseconds) };
  } catch {
    return undefined; // Temporal throws a RangeError for the 30th of February and for 25 o'clock.
  }
  return undefined;
}

/** Whether the platform supports the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false; // Temporal throws a RangeError for an unknown zone.
  }
}

/** The offset of a zone from UTC in January, in minutes: what people mean by «UTC+5». */
export function minutesInWinter(zone: string): number {
  const winter = Temporal.Instant.from('2026-01-15T00:00:00Z').toZonedDateTimeISO(zone);
  return winter.offsetNanoseconds / 6e10;
}

/** The first moment that a written value can mean. A day begins at midnight in the zone. */
export function startOf(written: Written, zone: string): Date {
  return 'day' in written ? startOfDay(written.day, 0, zone) : instantOf(written, zone);
}

/**
 * The last moment that a written value can mean, for fields that end something. A day lasts until the next midnight.
 */
export function endOf(written: Written, zone: string): Date {
  return 'day' in written ? startOfDay(written.day, 1, zone) : instantOf(written, zone);
}

/** Where clocks are put forward or back, a local time is read as before the change (RFC 5545, 3.3.5). */
function instantOf(written: Exclude<Written, { day: string }>, zone: string): Date {
  return 'instant' in written
    ? written.instant
    : new Date(Temporal.PlainDateTime.from(written.local).toZonedDateTime(zone).epochMilliseconds);
}

// Cached: about ten announcements share a day, and each needs its moments many times.
const midnights = memoize((zone: string) =>
  memoize((later: number) =>
    memoize((day: string) =>
      midnight(Temporal.PlainDate.from(day).add({ days: later }), zone).getTime(),
    ),
  ),
);

function startOfDay(day: string, later: number, zone: string): Date {
  return new Date(midnights(zone)(later)(day));
}

/** The same day and time of day a number of years later, in the calendar of the zone. */
export function yearsAfter(moment: Date, years: number, zone: string): Date {
  return new Date(anniversaries(zone)(years)(moment.getTime()));
}

const anniversaries = memoize((zone: string) =>
  memoize((years: number) =>
    memoize(
      (time: number) =>
        Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).add({ years })
          .epochMilliseconds,
    ),
  ),
);

/** A written value as text: the day, or ISO 8601 with the offset of the zone. */
export function showWritten(written: Written, zone: string): string {
  return 'day' in written ? written.day : isoIn(zone, instantOf(written, zone));
}

function midnight(date: Temporal.PlainDate, zone: string): Date {
  return new Date(date.toZonedDateTime(zone).epochMilliseconds);
}

/** A calendar day. */
export interface Day {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

/** The calendar day of a moment in a zone. */
export function dayIn(zone: string, moment: Date): Day {
  return localIn(zone, moment).day;
}

/** An ISO 8601 week, from Monday to Sunday. */
export interface Week {
  /** `2026-W04` */
  readonly name: string;
  readonly start: Date;
  /** The midnight at which the next week begins. */
  readonly end: Date;
}

/** The ISO 8601 week of a moment in a zone. */
export function weekIn(zone: string, moment: Date): Week {
  return weeks(zone)(moment.getTime());
}

const weeks = memoize((zone: string) => memoize((time: number) => findWeek(zone, new Date(time))));

function findWeek(zone: string, moment: Date): Week {
  const date = Temporal.PlainDate.from(dayIn(zone, moment));
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return {
    name: `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`,
    start: midnight(monday, zone),
    end: midnight(monday.add({ days: 7 }), zone),
  };
}

/** The moment in ISO 8601, with the zone's offset at that moment: `2026-01-22T00:00:00+05:00`. */
export function isoIn(zone: string, moment: Date): string {
  return localIn(zone, moment).iso;
}

/** Whether the moment is midnight in the zone, as for texts dated without a time. */
export function isMidnightIn(zone: string, moment: Date): boolean {
  return localIn(zone, moment).isMidnight;
}

interface Local {
  readonly day: Day;
  readonly iso: string;
  readonly isMidnight: boolean;
}

// Cached: a site has few moments and shows each many times, on its page, in lists and in data.
const known = memoize((zone: string) => memoize((time: number) => findLocal(zone, time)));

function localIn(zone: string, moment: Date): Local {
  return known(zone)(moment.getTime());
}

function findLocal(zone: string, time: number): Local {
  const zoned = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
  return {
    day: { year: zoned.year, month: zoned.month, day: zoned.day },
    iso: zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    isMidnight: zoned.toPlainTime().equals(Temporal.PlainTime.from('00:00')),
  };
}
