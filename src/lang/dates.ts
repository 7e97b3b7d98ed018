import type { Locale } from './locale.ts';
import { itemAt, must } from './lookup.ts';
import type { Strings } from './strings.ts';
import { dayIn, isMidnightIn } from './time.ts';

/** A date as people write it: «2026 жылғы 22 қаңтар», «22 января 2026 г.», with no-break spaces after its numbers. */
export function formatDate(strings: Strings, zone: string, moment: Date): string {
  const { year, month, day } = dayIn(zone, moment);
  return writeDay(strings, year, month, String(day));
}

/** Days from one to another, both counted: «2026 жылғы 19–25 қаңтар»; of two months «29 июня 2026 г. — 5 июля 2026 г.» */
export function formatDays(strings: Strings, zone: string, first: Date, last: Date): string {
  const [start, end] = [dayIn(zone, first), dayIn(zone, last)];
  // A dash may end a line, but not this one: no letter of its own width, the word joiner holds the days together.
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

/** A date with its time of day: «2026 жылғы 22 қаңтар, 18:30»; the time is left out at midnight, when none was meant. */
export function formatMoment(strings: Strings, zone: string, moment: Date): string {
  const date = formatDate(strings, zone, moment);
  if (isMidnightIn(zone, moment)) return date;
  return strings.t('date.moment', { date, time: timeFormat(strings.locale, zone).format(moment) });
}

/** «2026 жылғы қаңтар», «январь 2026 г.»
 * @param month 1 to 12 */
export function formatMonth(strings: Strings, year: number, month: number): string {
  return unbroken(
    strings.t('date.month', { year: String(year), month: monthName(strings.locale, month) }),
  );
}

/** «2026 жыл», «2026 год» */
export function formatYear(strings: Strings, year: number): string {
  return unbroken(strings.t('date.year', { year: String(year) }));
}

/** A number stays on one line with the word it counts or names: «22 января», «2026 г.»; between those a line may end. */
function unbroken(date: string): string {
  return date.replaceAll(/(?<=\d) (?=\p{L})/gu, '\u00A0');
}

/** The name of a month standing alone: «қаңтар», «январь».
 * @param month 1 to 12 */
export function monthName(locale: Locale, month: number): string {
  return itemAt(monthNames(locale).alone, month - 1);
}

/** What stands at the head of something or in a list, not in a sentence: «Январь». Scripts without capitals stay as they are. */
export function asHeading(locale: Locale, text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

interface MonthNames {
  readonly alone: readonly string[];
  /** Beside a day many languages put the month into another case («января», not «январь»): CLDR's format names. */
  readonly besideDay: readonly string[];
}

// To make a format takes longer than to make a page; what a language needs is made once.
const months = new Map<Locale, MonthNames>();
const times = new Map<string, Intl.DateTimeFormat>();

function monthNames(locale: Locale): MonthNames {
  let names = months.get(locale);
  if (!names) months.set(locale, (names = makeMonthNames(locale)));
  return names;
}

function makeMonthNames(locale: Locale): MonthNames {
  // Years and days are counted as ISO 8601 does, so the months are too, where CLDR prefers another calendar (fa).
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
  // CLDR writes the Kazakh names large when they stand alone, as on a calendar; in a text they are small, as beside a day.
  const small = besideDay.every((name) => name === name.toLocaleLowerCase(locale));
  return {
    alone: middles
      .map((middle) => alone.format(middle))
      .map((name) => (small ? name.toLocaleLowerCase(locale) : name)),
    besideDay,
  };
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
