import { formatDate, formatMoment } from '#lang/dates.ts';
import { memoizeBy } from '#memo.ts';
import { isMidnightIn, isoIn } from '#lang/time.ts';
import type { Context } from './context.ts';

/** A link as a reader sees it. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A moment for people and for machines. */
export interface DateText {
  readonly iso: string;
  readonly text: string;
}

export function dateText(context: Context, moment: Date): DateText {
  return days(context, moment.getTime());
}

/** With the time of day, where one was given. */
export function momentText(context: Context, moment: Date): DateText {
  return moments(context, moment.getTime());
}

const days = inWords(formatDate);
const moments = inWords(formatMoment);

/** The same day stands on the page of an announcement, in a dozen lists, and beside others that came out then. */
function inWords(format: typeof formatDate): (context: Context, time: number) => DateText {
  return memoizeBy(({ strings, site }, time) => {
    const moment = new Date(time);
    return { iso: isoIn(site.timeZone, moment), text: format(strings, site.timeZone, moment) };
  });
}

/** The end of something: a day that ends at midnight is named by itself, not by the day after. */
export function endText(context: Context, end: Date): DateText {
  if (!isMidnightIn(context.site.timeZone, end)) return momentText(context, end);
  return dateText(context, new Date(end.getTime() - 1));
}
