import type { Locale } from './locale.ts';
import { itemAt, must } from './lookup.ts';
import type { Strings } from './strings.ts';
import { dayIn, isMidnightIn } from './time.ts';

/** A date as people write it: «2026 жылғы 22 қаңтар», «22 января 2026 г.». No-break spaces follow its numbers. */
export function formatDate(strings: Strings, zone: string, moment: Date): string {
  const { year, month, day } = dayIn(zone, moment);
  return writeDay(strings, year, month, String(day));
}

/**
 * A range of days, including both ends: «2026 жылғы 19–25 қаңтар»; across two months «29 июня 2026 г. — 5 июля 2026 г.»
 */
export function formatDays(strings: Strings, zone: string, first: Date, last: Date): string {
  const [start, end] = [dayIn(zone, first), dayIn(zone, last)];
  const isOne = start.year === end.year && start.month === end.month && start.day === end.day;
  if (isOne) return formatDate(strings, zone, first);
  // A line may break after a dash. The word joiner, which has no width, prevents that between the days.
  if (start.year === end.year && start.month === end.month)
    return writeDay(strings, start.year, start.month, `${start.day}–\u2060${end.day}`);
  return strings.t('date.range', {
    start: formatDate(strings, zone, first),
    end: formatDate(strings, zone, last),
  });
}

function writeDay(strings: Strings, year: number, month: number, day: string): string {
  return unbroken(
    strings.t('date.day', {
      year: String(year),
      month: itemAt(monthNames(strings.locale).besideDay, month - 1),
      day,
    }),
  );
}

/**
 * A date with its time of day: «2026 жылғы 22 қаңтар, 18:30». Midnight is left out, because it means that no time was
 * given.
 */
export function formatMoment(strings: Strings, zone: string, moment: Date): string {
  const date = formatDate(strings, zone, moment);
  if (isMidnightIn(zone, moment)) return date;
  return strings.t('date.moment', { date, time: timeFormat(strings.locale, zone).format(moment) });
}

/**
 * From one moment to another, with each day once: «22 января 2026 г., 10:00–12:30 (UTC+5)». Midnight means that no time
 * was given; an end at midnight is that of the day before. A time names its zone: readers may be in another.
 */
export function formatPeriod(strings: Strings, zone: string, start: Date, end?: Date): string {
  const last = end && (isMidnightIn(zone, end) ? new Date(end.getTime() - 1) : undefined);
  const isTimed = (moment: Date | undefined) => moment && !isMidnightIn(zone, moment);
  if (!isTimed(start) && !isTimed(end)) return formatDays(strings, zone, start, last ?? start);
  const name = zoneName(strings.locale, zone, start);
  const time = (moment: Date) => timeFormat(strings.locale, zone).format(moment);
  const [first, until] = [
    formatDate(strings, zone, start),
    end && formatDate(strings, zone, last ?? end),
  ];
  // The end of the day adds nothing to its beginning.
  if (!end || (last && until === first)) return `${formatMoment(strings, zone, start)} (${name})`;
  if (until === first && isTimed(start)) {
    const times = `${time(start)}–\u2060${time(end)}`;
    return `${strings.t('date.moment', { date: first, time: times })} (${name})`;
  }
  const range = strings.t('date.range', {
    start: formatMoment(strings, zone, start),
    end:
      until === first
        ? time(end)
        : last
          ? formatDate(strings, zone, last)
          : formatMoment(strings, zone, end),
  });
  return `${range} (${name})`;
}

/**
 * A month of a year: «2026 жылғы қаңтар», «январь 2026 г.»
 * @param month 1 to 12
 */
export function formatMonth(strings: Strings, year: number, month: number): string {
  return unbroken(
    strings.t('date.month', { year: String(year), month: monthName(strings.locale, month) }),
  );
}

/** A year: «2026 жыл», «2026 год». */
export function formatYear(strings: Strings, year: number): string {
  return unbroken(strings.t('date.year', { year: String(year) }));
}

/**
 * Puts a no-break space between a number and the word after it: «22 января», «2026 г.». A line may break at the other
 * spaces.
 */
function unbroken(date: string): string {
  return date.replaceAll(/(?<=\d) (?=\p{L})/gu, '\u00A0');
}

/**
 * The name of a month on its own: «қаңтар», «январь».
 * @param month 1 to 12
 */
export function monthName(locale: Locale, month: number): string {
  return itemAt(monthNames(locale).alone, month - 1);
}

/** Capitalises the first letter, for headings and list items: «Январь». Scripts without capitals do not change. */
export function asHeading(locale: Locale, text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

interface MonthNames {
  readonly alone: readonly string[];
  /** With a day, many languages use another case of the month («января», not «январь»): CLDR's format names. */
  readonly besideDay: readonly string[];
}

// Cached, because creating an `Intl.DateTimeFormat` takes longer than making a page.
const months = new Map<Locale, MonthNames>();
const times = new Map<string, Intl.DateTimeFormat>();

function monthNames(locale: Locale): MonthNames {
  let names = months.get(locale);
  if (!names) months.set(locale, (names = makeMonthNames(locale)));
  return names;
}

function makeMonthNames(locale: Locale): MonthNames {
  // Years and days follow ISO 8601, so months must too, even where CLDR prefers another calendar (fa).
  const alone = new Intl.DateTimeFormat(locale, {
    month: 'long',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  const withDay = new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  const middles = Array.from({ length: 12 }, (_, month) => Date.UTC(2000, month, 15));
  const besideDay = middles.map(
    (middle) =>
      must(
        withDay.formatToParts(middle).find(({ type }) => type === 'month'),
        'month in a date',
      ).value,
  );
  // CLDR capitalises Kazakh month names that stand alone, as on a calendar. In a text they are lower-case, as they are
  // next to a day.
  const small = besideDay.every((name) => name === name.toLocaleLowerCase(locale));
  return {
    alone: middles
      .map((middle) => alone.format(middle))
      .map((name) => (small ? name.toLocaleLowerCase(locale) : name)),
    besideDay,
  };
}

/** How far the clocks of a zone are from universal time, as people say it: `UTC+5`. */
function zoneName(locale: Locale, timeZone: string, moment: Date): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: 'shortOffset',
    numberingSystem: 'latn',
  });
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName');
  return must(name, 'zone in a time').value.replace('GMT', 'UTC');
}

function timeFormat(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  let format = times.get(key);
  if (!format)
    times.set(
      key,
      (format = new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        numberingSystem: 'latn',
      })),
    );
  return format;
}
