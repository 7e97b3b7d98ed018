import type { Locale } from '#lang/locale.ts';
import { inLocale } from '#lang/lookup.ts';
import { dayIn } from '#lang/time.ts';
import type { Announcement, Classified, Model } from '#site/model.ts';
import { taxonomies, taxonomyIds } from '#site/taxonomies.ts';
import type { OwnScope, Scope } from '#site/urls.ts';

/** The announcements of one language in the order of lists: newest first, without the withdrawn ones. */
export interface Lists {
  /** Those that have a text in the language. */
  readonly all: readonly Announcement[];
  /** Those that came out only in other languages of the site. */
  readonly elsewhere: readonly Announcement[];
  /** The index of each announcement in `all`. */
  readonly position: ReadonlyMap<Announcement, number>;
  /** Whether any of them contains outcomes of a meeting. */
  readonly hasOutcomes: boolean;
  /** By `scopeKey`. */
  readonly scopes: ReadonlyMap<string, ScopeList>;
  /**
   * By year and month (1 to 12) of publication in the site's time zone, newest first. Only months in which something
   * came out in the language.
   */
  readonly calendar: ReadonlyMap<number, ReadonlyMap<number, ScopeList>>;
}

/** The announcements of one scope in one language; see `Lists`. */
export interface ScopeList {
  readonly all: readonly Announcement[];
  readonly elsewhere: readonly Announcement[];
}

/** The list of a scope that has no announcements. */
export const nothing: ScopeList = { all: [], elsewhere: [] };

/** The key of a scope in `Lists.scopes`. */
export function scopeKey(scope: Scope): string {
  return scope.type === 'site' ? 'site' : `${scope.type}/${scope.id}`;
}

/** Every scope that an announcement belongs to, except the whole site. */
export function scopesOf(announcement: Classified): OwnScope[] {
  return taxonomyIds.flatMap((type) =>
    taxonomies[type].of(announcement).map((id) => ({ type, id })),
  );
}

/** Sorts the announcements of a model into the lists of each language, once per build. */
export function makeLists({ site, announcements }: Model): Map<Locale, Lists> {
  const listed = announcements.filter(({ withdrawnOn }) => !withdrawnOn);
  const months = new Map(
    listed.map((announcement) => [
      announcement,
      dayIn(site.timeZone, announcement.published).month,
    ]),
  );
  return new Map(
    site.locales.map((locale) => [
      locale,
      { ...listsOf(locale, listed), calendar: calendarOf(locale, months) },
    ]),
  );
}

function calendarOf(locale: Locale, months: ReadonlyMap<Announcement, number>): Lists['calendar'] {
  const calendar = new Map<
    number,
    Map<number, { all: Announcement[]; elsewhere: Announcement[] }>
  >();
  for (const [announcement, month] of months) {
    const year =
      calendar.get(announcement.year) ??
      new Map<number, { all: Announcement[]; elsewhere: Announcement[] }>();
    const list = year.get(month) ?? { all: [], elsewhere: [] };
    calendar.set(announcement.year, year.set(month, list));
    list[announcement.texts[locale] ? 'all' : 'elsewhere'].push(announcement);
  }
  for (const [number, year] of calendar) {
    for (const [month, { all }] of year) if (all.length === 0) year.delete(month);
    if (year.size === 0) calendar.delete(number);
  }
  return calendar;
}

function listsOf(locale: Locale, listed: readonly Announcement[]): Omit<Lists, 'calendar'> {
  const all = listed.filter(({ texts }) => texts[locale]);
  const elsewhere = listed.filter(({ texts }) => !texts[locale]);
  const scopes = new Map<string, { all: Announcement[]; elsewhere: Announcement[] }>();
  for (const announcement of listed) {
    for (const scope of scopesOf(announcement)) {
      const key = scopeKey(scope);
      const list = scopes.get(key) ?? { all: [], elsewhere: [] };
      scopes.set(key, list);
      list[announcement.texts[locale] ? 'all' : 'elsewhere'].push(announcement);
    }
  }
  const hasOutcomes = all.some(({ texts }) => inLocale(texts, locale).outcomes.length > 0);
  return {
    all,
    elsewhere,
    position: new Map(all.map((announcement, index) => [announcement, index])),
    hasOutcomes,
    scopes,
  };
}
