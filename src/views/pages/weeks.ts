import type { Snapshot } from '#snapshot/snapshot.ts';
import { type WeekOfNews, weeksOf } from '#snapshot/weeks-of-news.ts';
import { formatDays } from '#lang/dates.ts';
import type { Locale } from '#lang/locale.ts';
import { urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import type { Link } from '#views/parts/link.ts';
import type { Period } from './archive.ts';
import { type Teaser, teaser } from '#views/parts/teaser.ts';
import { itemAt } from '#lang/lookup.ts';

/** The page of the digest of a week. */
export interface WeekView {
  readonly frame: Frame;
  readonly title: string;
  readonly count: string;
  readonly items: readonly Teaser[];
  /** The adjacent weeks. */
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

/** The page that lists all weeks. */
export interface WeeksView {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly weeks: readonly Period[];
  readonly empty: string;
}

/**
 * The page of a week.
 * @param name the week, for example `2026-W04`
 */
export function weekView(
  snapshot: Snapshot,
  { locale, name }: { locale: Locale; name: string },
): WeekView {
  const context = snapshot.language(locale);
  const { site, t, link } = context;
  const weeks = weeksOf(snapshot, locale);
  const index = weeks.findIndex((week) => week.name === name);
  const week = itemAt(weeks, index);
  const title = weekTitle(context, week);
  const beside = (other: WeekOfNews | undefined): Link | undefined =>
    other && { href: link(urls.week(locale, other.name)), text: weekTitle(context, other) };
  const versions = site.locales.filter((other) =>
    weeksOf(snapshot, other).some((each) => each.name === name),
  );
  return {
    frame: makeFrame(context, {
      path: urls.week(locale, name),
      title,
      versions: Object.fromEntries(versions.map((other) => [other, urls.week(other, name)])),
      breadcrumbs: [{ href: link(urls.weeks(locale)), text: t('weeks.title') }],
    }),
    title,
    count: t('archive.count', { count: week.announcements.length }),
    items: week.announcements.map((announcement) => teaser(context, announcement)),
    newer: beside(weeks[index - 1]),
    older: beside(weeks[index + 1]),
  };
}

/** All weeks, the latest first. */
export function weeksView(snapshot: Snapshot, locale: Locale): WeeksView {
  const context = snapshot.language(locale);
  const { t, link } = context;
  return {
    frame: makeFrame(context, {
      path: urls.weeks(locale),
      title: t('weeks.title'),
      description: t('weeks.lead'),
      versions: everyLocale(context, urls.weeks),
      breadcrumbs: [],
    }),
    title: t('weeks.title'),
    lead: t('weeks.lead'),
    weeks: weeksOf(snapshot, locale).map((week) => ({
      href: link(urls.week(locale, week.name)),
      text: daysOf(context, week),
      count: t('archive.count', { count: week.announcements.length }),
      current: false,
    })),
    empty: t('weeks.none'),
  };
}

/** The title of a week: «Обзор недели: 19–25 января 2026 г.» */
export function weekTitle(context: Context, week: Days): string {
  return context.t('weeks.week', { days: daysOf(context, week) });
}

type Days = Pick<WeekOfNews, 'start' | 'end'>;

function daysOf({ strings, site }: Context, { start, end }: Days): string {
  return formatDays(strings, site.timeZone, start, new Date(end.getTime() - 1));
}
