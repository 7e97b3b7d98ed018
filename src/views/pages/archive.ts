import { asHeading, formatMonth, formatYear, monthName } from '#lang/dates.ts';
import type { Locale } from '#lang/locale.ts';
import { kinds } from '#schema/announcement.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { nothing } from '#snapshot/lists.ts';
import { urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import type { Link } from '#views/parts/link.ts';
import { scopeLink } from '#views/parts/label-links.ts';
import { listPage, type ListPage, pageCount } from '#views/parts/pager.ts';
import { type ForeignTeaser, foreignTeaser, type Teaser, teaser } from '#views/parts/teaser.ts';
import { itemAt, mustGet } from '#lang/lookup.ts';

/** A year or month with the number of its announcements. */
export interface Period extends Link {
  readonly count: string;
  readonly current: boolean;
}

/** A page of the archive of all announcements. */
export interface ArchiveView extends ListPage {
  readonly frame: Frame;
  readonly title: string;
  readonly count: string;
  readonly years: readonly Period[];
  readonly kinds: readonly Link[];
  /** The pages that list kinds, and years. */
  readonly kindsPage: string;
  readonly yearsPage: string;
}

/** The page of a year: its months and, if there are not too many, the titles in each. */
export interface YearView {
  readonly frame: Frame;
  readonly title: string;
  readonly count: string;
  readonly years: readonly Period[];
  readonly months: ReadonlyArray<
    Period & { readonly items: readonly Teaser[]; readonly elsewhere: readonly ForeignTeaser[] }
  >;
}

/** The page of a month. */
export interface MonthView {
  readonly frame: Frame;
  readonly title: string;
  readonly count: string;
  readonly months: readonly Period[];
  readonly items: readonly Teaser[];
  readonly elsewhere: readonly ForeignTeaser[];
}

/**
 * All announcements, newest first.
 * @param page the number of the page; 1 is the newest
 */
export function archiveView(
  snapshot: Snapshot,
  { locale, page }: { locale: Locale; page: number },
): ArchiveView {
  const context = snapshot.language(locale);
  const { lists, t, link } = context;
  const title =
    page === 1 ? t('archive.title') : t('archive.page', { title: t('archive.title'), page });
  return {
    frame: makeFrame(context, {
      path: urls.archive(locale, page),
      title,
      versions: everyLocale(context, (other) =>
        urls.archive(
          other,
          Math.min(page, pageCount(context, snapshot.language(other).lists.all.length)),
        ),
      ),
      areTranslations: page === 1,
      breadcrumbs: page === 1 ? [] : [archiveLink(context)],
    }),
    title,
    count: t('archive.count', { count: lists.all.length }),
    years: yearPeriods(context),
    kindsPage: link(urls.index(locale, 'kinds')),
    yearsPage: link(urls.index(locale, 'news')),
    kinds: kinds
      .filter((id) => lists.scopes.get(`kinds/${id}`)?.all.length)
      .map((id) => scopeLink(context, { type: 'kinds', id })),
    ...listPage(context, lists, page, (number) => urls.archive(locale, number)),
  };
}

/** The maximum number of titles on the page of a year. A year with more shows only its months. */
const titlesInYear = 60;

export function yearView(
  snapshot: Snapshot,
  { locale, year }: { locale: Locale; year: number },
): YearView {
  const context = snapshot.language(locale);
  const { lists, strings, t } = context;
  const title = formatYear(strings, year);
  const count = countIn(context, year);
  return {
    frame: makeFrame(context, {
      path: urls.archiveYear(locale, year),
      title,
      versions: versionsWhere(
        context,
        (other) => snapshot.language(other).lists.calendar.has(year),
        (other) => urls.archiveYear(other, year),
      ),
      breadcrumbs: [archiveLink(context)],
    }),
    title,
    count: t('archive.count', { count }),
    years: yearPeriods(context, year),
    months: monthPeriods(context, year).map((period, index) => {
      const { all, elsewhere } =
        count > titlesInYear ? nothing : itemAt([...mustGet(lists.calendar, year).values()], index);
      return {
        ...period,
        items: all.map((one) => teaser(context, one)),
        elsewhere: elsewhere.map((one) => foreignTeaser(context, one)),
      };
    }),
  };
}

export function monthView(
  snapshot: Snapshot,
  { locale, year, month }: { locale: Locale; year: number; month: number },
): MonthView {
  const context = snapshot.language(locale);
  const { lists, strings, t, link } = context;
  const { all, elsewhere } = mustGet(mustGet(lists.calendar, year), month);
  const title = asHeading(locale, formatMonth(strings, year, month));
  return {
    frame: makeFrame(context, {
      path: urls.archiveMonth(locale, year, month),
      title,
      versions: versionsWhere(
        context,
        (other) => snapshot.language(other).lists.calendar.get(year)?.has(month) ?? false,
        (other) => urls.archiveMonth(other, year, month),
      ),
      breadcrumbs: [
        archiveLink(context),
        { href: link(urls.archiveYear(locale, year)), text: formatYear(strings, year) },
      ],
    }),
    title,
    count: t('archive.count', { count: all.length }),
    months: monthPeriods(context, year, month),
    items: all.map((one) => teaser(context, one)),
    elsewhere: elsewhere.map((one) => foreignTeaser(context, one)),
  };
}

function archiveLink({ locale, t, link }: Context): Link {
  return { href: link(urls.archive(locale)), text: t('nav.archive') };
}

function countIn({ lists }: Context, year: number): number {
  return [...mustGet(lists.calendar, year).values()].reduce((sum, { all }) => sum + all.length, 0);
}

/**
 * The years that have announcements, as links to their pages.
 * @param current the year of this page
 */
export function yearPeriods(context: Context, current?: number): Period[] {
  const { lists, locale, t, link } = context;
  return [...lists.calendar.keys()].map((year) => ({
    href: link(urls.archiveYear(locale, year)),
    text: String(year),
    count: t('archive.count', { count: countIn(context, year) }),
    current: year === current,
  }));
}

function monthPeriods(
  { lists, locale, t, link }: Context,
  year: number,
  current?: number,
): Period[] {
  return [...mustGet(lists.calendar, year)].map(([month, { all }]) => ({
    href: link(urls.archiveMonth(locale, year, month)),
    text: asHeading(locale, monthName(locale, month)),
    count: t('archive.count', { count: all.length }),
    current: month === current,
  }));
}

function versionsWhere(
  { site }: Context,
  exists: (locale: Locale) => boolean,
  path: (locale: Locale) => string,
): Record<Locale, string> {
  return Object.fromEntries(site.locales.filter(exists).map((locale) => [locale, path(locale)]));
}
