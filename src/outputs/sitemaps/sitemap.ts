import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { scopeKey } from '#snapshot/lists.ts';
import { weeksOf } from '#snapshot/weeks-of-news.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement, Site } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { writeXml, x } from '#outputs/xml.ts';
import { inLocale } from '#lang/lookup.ts';
import { hasAlertsPage } from '#views/pages/alerts.ts';
import { indexPaths } from '#views/pages/index-page.ts';

/** A page for search engines, in all the languages in which it exists. */
interface Entry {
  readonly versions: Readonly<Record<Locale, string>>;
  /** When its content last changed; absent for pages that show no announcement. */
  readonly changed?: Readonly<Record<Locale, Date | undefined>>;
}

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * One file of the sitemap: the announcements of a year, or everything else. Search engines then do not have to
 * fetch the unchanged files again.
 */
export interface SitemapPart {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Leaves out withdrawn and removed announcements. Of a preview, leaves out everything. */
export function sitemapParts(snapshot: ContentSnapshot): SitemapPart[] {
  if (snapshot.preview) return [{ name: 'pages', entries: [] }];
  const years = Map.groupBy(
    snapshot.model.announcements.filter(({ withdrawnOn }) => !withdrawnOn),
    ({ year }) => year,
  );
  return [
    { name: 'pages', entries: [rootEntry, ...listEntries(snapshot), ...pageEntries(snapshot)] },
    ...[...years].map(([year, announcements]) => ({
      name: String(year),
      entries: announcements.map(announcementEntry),
    })),
  ];
}

/** Writes `sitemap.xml`: the index of the other files (sitemaps.org 0.9), each with its last change. */
export function writeSitemapIndex(snapshot: ContentSnapshot): string {
  const { site } = snapshot.model;
  const lines = sitemapParts(snapshot).map(({ name, entries }) =>
    x('sitemap', [
      x('loc', absolute(site, urls.sitemapPart(name))),
      ...lastmod(latest(entries.flatMap(({ changed = {} }) => Object.values(changed)))),
    ]),
  );
  return writeXml(x('sitemapindex', { xmlns: protocol }, lines));
}

/** Everything that decides the bytes of a part. */
export type SitemapInput = Pick<Site, 'origin' | 'base'> & Pick<SitemapPart, 'entries'>;

/** Writes one part, with the language versions of each page. */
export function writeSitemap({ entries, ...site }: SitemapInput): string {
  const lines = entries.flatMap(({ versions, changed }) =>
    Object.entries(versions).map(([locale, path]) =>
      urlLine(site, path, changed?.[locale], versions),
    ),
  );
  return writeXml(
    x('urlset', { xmlns: protocol, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, lines),
  );
}

/** The root page, where readers choose a language, has no language itself. */
const rootEntry: Entry = { versions: { 'x-default': urls.root } };

function lastmod(changed: Date | undefined) {
  return changed ? [x('lastmod', changed.toISOString())] : [];
}

function urlLine(
  site: Pick<Site, 'origin' | 'base'>,
  path: string,
  changed: Date | undefined,
  versions: Entry['versions'],
) {
  const all = Object.entries(versions);
  return x('url', [
    x('loc', absolute(site, path)),
    ...lastmod(changed),
    ...(all.length > 1
      ? all.map(([lang, other]) =>
          x('xhtml:link', { rel: 'alternate', hreflang: lang, href: absolute(site, other) }),
        )
      : []),
  ]);
}

function announcementEntry({ id, texts }: Announcement): Entry {
  return {
    versions: perLocale(Object.keys(texts), (locale) => urls.announcement(locale, id)),
    changed: perLocale(Object.keys(texts), (locale) => inLocale(texts, locale).updated),
  };
}

function listEntries({ model, language }: ContentSnapshot): Entry[] {
  const { locales } = model.site;
  const changedIn = (list: (locale: Locale) => readonly Announcement[] | undefined) =>
    perLocale(locales, (locale) => lastChange(list(locale) ?? [], locale));
  const whole = changedIn((locale) => language(locale).lists.all);
  const scopes = allScopes(model).filter(({ type }) => type !== 'site');
  return [
    { versions: perLocale(locales, urls.home), changed: whole },
    { versions: perLocale(locales, (locale) => urls.archive(locale)), changed: whole },
    ...scopes.map((scope) => ({
      versions: perLocale(locales, (locale) => urls.scope(locale, scope)),
      changed: changedIn((locale) => language(locale).lists.scopes.get(scopeKey(scope))?.all),
    })),
  ];
}

function pageEntries(snapshot: ContentSnapshot): Entry[] {
  const { model } = snapshot;
  const { locales } = model.site;
  return [
    { versions: perLocale(locales, urls.subscribe) },
    { versions: perLocale(locales, urls.search) },
    { versions: perLocale(locales, urls.outcomes) },
    { versions: perLocale(locales, urls.weeks) },
    ...(hasAlertsPage(model) ? [{ versions: perLocale(locales, urls.alerts) }] : []),
    ...indexPaths(snapshot)
      .filter(({ props: { locale } }) => locale === model.site.defaultLocale)
      .map(({ props: { type } }) => ({
        versions: perLocale(locales, (locale) => urls.index(locale, type)),
      })),
    { versions: perLocale(locales, urls.log) },
    ...weekEntries(snapshot),
    ...[...Map.groupBy(snapshot.ownPages, ({ path }) => path)].map(([path, pages]) => ({
      versions: perLocale(
        pages.map(({ locale }) => locale),
        (locale) => urls.page(locale, path),
      ),
    })),
    ...model.pages.map(({ slug, texts }) => ({
      versions: perLocale(Object.keys(texts), (locale) => urls.page(locale, slug)),
    })),
  ];
}

function weekEntries(snapshot: ContentSnapshot): Entry[] {
  const { locales } = snapshot.model.site;
  const names = new Set(
    locales.flatMap((locale) => weeksOf(snapshot, locale).map(({ name }) => name)),
  );
  return [...names].sort().map((name) => {
    const own = locales.filter((locale) =>
      weeksOf(snapshot, locale).some((week) => week.name === name),
    );
    return { versions: perLocale(own, (locale) => urls.week(locale, name)) };
  });
}

function lastChange(announcements: readonly Announcement[], locale: Locale): Date | undefined {
  return latest(announcements.map(({ texts }) => texts[locale]?.updated));
}

function latest(moments: ReadonlyArray<Date | undefined>): Date | undefined {
  return moments.reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), undefined);
}

function perLocale<Value>(
  locales: readonly Locale[],
  value: (locale: Locale) => Value,
): Record<Locale, Value> {
  return Object.fromEntries(locales.map((locale) => [locale, value(locale)]));
}
