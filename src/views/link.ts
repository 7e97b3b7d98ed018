import { formatDate, formatMoment } from '#lang/dates.ts';
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

export function dateText({ strings, site }: Context, moment: Date): DateText {
  return { iso: isoIn(site.timeZone, moment), text: formatDate(strings, site.timeZone, moment) };
}

/** With the time of day, where one was given. */
export function momentText({ strings, site }: Context, moment: Date): DateText {
  return { iso: isoIn(site.timeZone, moment), text: formatMoment(strings, site.timeZone, moment) };
}

/** The end of something: a day that ends at midnight is named by itself, not by the day after. */
export function endText(context: Context, end: Date): DateText {
  if (!isMidnightIn(context.site.timeZone, end)) return momentText(context, end);
  return dateText(context, new Date(end.getTime() - 1));
}
