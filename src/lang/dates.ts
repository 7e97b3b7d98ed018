import type { Locale } from './locale.ts';
import type { Strings } from './strings.ts';
import { dayIn, isMidnightIn } from './time.ts';

/** A date as people write it: «2026 жылғы 22 қаңтар», «22 января 2026 г.» */
export function formatDate(strings: Strings, zone: string, moment: Date): string {
  const { year, day } = dayIn(zone, moment);
  return strings.t('date.day', { year: String(year), month: monthBesideDay(strings.locale, zone, moment), day: String(day) });
}

/** A date with its time of day: «2026 жылғы 22 қаңтар, 18:30»; the time is left out at midnight, when none was meant. */
export function formatMoment(strings: Strings, zone: string, moment: Date): string {
  const date = formatDate(strings, zone, moment);
  if (isMidnightIn(zone, moment)) return date;
  const time = new Intl.DateTimeFormat(strings.locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' });
  return strings.t('date.moment', { date, time: time.format(moment) });
}

/** «2026 жылғы қаңтар», «январь 2026 г.»
 * @param month 1 to 12 */
export function formatMonth(strings: Strings, year: number, month: number): string {
  return strings.t('date.month', { year: String(year), month: monthName(strings.locale, month) });
}

/** The name of a month standing alone: «қаңтар», «январь».
 * @param month 1 to 12 */
export function monthName(locale: Locale, month: number): string {
  const moment = new Date(Date.UTC(2000, month - 1, 15));
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(moment);
  // CLDR writes the Kazakh names large when they stand alone, as on a calendar; in a text they are small, as beside a day.
  const beside = monthBesideDay(locale, 'UTC', moment);
  return beside === beside.toLocaleLowerCase(locale) ? name.toLocaleLowerCase(locale) : name;
}

// Beside a day many languages put the month into another case («января», not «январь»): CLDR's format names.
function monthBesideDay(locale: Locale, zone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: zone }).formatToParts(moment);
  return parts.find((part) => part.type === 'month')!.value;
}
