import { type Day, dayIn } from '#lang/time.ts';

const aDay = 86_400_000;

/** The number of calendar days from one moment to another: 0 on the same day. */
export function daysBetween(zone: string, from: Date, to: Date): number {
  return ordinal(dayIn(zone, to)) - ordinal(dayIn(zone, from));
}

/**
 * The number of days from Monday to Friday, after the day of `from` and up to and including the day of `to`. Public
 * holidays count as working days: governments set them, and they differ from year to year.
 */
export function workingDaysBetween(zone: string, from: Date, to: Date): number {
  const first = ordinal(dayIn(zone, from)) + 1;
  const days = Math.max(0, ordinal(dayIn(zone, to)) - first + 1);
  const rest = Array.from({ length: days % 7 }, (_, index) => first + days - 1 - index);
  return Math.floor(days / 7) * 5 + rest.filter(isWorkingDay).length;
}

/** Days since 1 January 1970, a Thursday. */
function ordinal({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / aDay;
}

function isWorkingDay(day: number): boolean {
  const weekday = (day + 4) % 7; // 0 is Sunday.
  return weekday !== 0 && weekday !== 6;
}
