import { formatDate, formatMoment, formatPeriod } from '#lang/dates.ts';
import { memoizeBy } from '#memo.ts';
import { isMidnightIn, isoIn } from '#lang/time.ts';
import type { Context } from './context.ts';

/** A link as a reader sees it. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A moment, for people and for machines. */
export interface DateText {
  readonly iso: string;
  readonly text: string;
}

/** A day without the time of day. */
export function dateText(context: Context, moment: Date): DateText {
  return days(context, moment.getTime());
}

/** A day with the time of day, if a time was given. */
export function momentText(context: Context, moment: Date): DateText {
  return moments(context, moment.getTime());
}

const days = inWords(formatDate);
const moments = inWords(formatMoment);

/**
 * Memoizes the formatted dates. The same day is on the page of an announcement, in a dozen lists, and on other
 * announcements of that day.
 */
function inWords(format: typeof formatDate): (context: Context, time: number) => DateText {
  return memoizeBy(({ strings, site }, time) => {
    const moment = new Date(time);
    return { iso: isoIn(site.timeZone, moment), text: format(strings, site.timeZone, moment) };
  });
}

/** From one moment to another; `iso` is the start. */
export function periodText(context: Context, start: Date, end: Date | undefined): DateText {
  const { strings, site } = context;
  return {
    iso: isoIn(site.timeZone, start),
    text: formatPeriod(strings, site.timeZone, start, end),
  };
}

/** The end of a period. An end at midnight is shown as the day that ends then, not as the next day. */
export function endText(context: Context, end: Date): DateText {
  if (!isMidnightIn(context.site.timeZone, end)) return momentText(context, end);
  return dateText(context, new Date(end.getTime() - 1));
}
