import type { Edition } from '#edition/edition.ts';
import { allScopes } from '#edition/scopes.ts';
import { scopeKey } from '#edition/lists.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement, Site } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { writeXml, x } from './xml.ts';

/** A page for search engines: one thing in all the languages in which it exists. */
interface Entry {
  readonly versions: Readonly<Record<Locale, string>>;
  /** When what it shows last changed; unknown for pages that show no announcement. */
  readonly changed?: Readonly<Record<Locale, Date | undefined>>;
}

/** `sitemap.xml` (sitemaps.org 0.9) with the language versions of each page. Withdrawn and removed ones are left out. */
export function writeSitemap(edition: Edition): string {
  const { site } = edition.model;
  const entries = edition.preview ? [] : [...announcementEntries(edition), ...listEntries(edition), ...pageEntries(edition)];
  const lines = entries.flatMap(({ versions, changed }) => Object.entries(versions).map(([locale, path]) => urlLine(site, path, changed?.[locale], versions)));
  const namespaces = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return writeXml(x('urlset', namespaces, [urlLine(site, urls.root, undefined, {}), ...lines]));
}

function urlLine(site: Site, path: string, changed: Date | undefined, versions: Entry['versions']) {
  const all = Object.entries(versions);
  return x('url', [
    x('loc', absolute(site, path)),
    ...(changed ? [x('lastmod', changed.toISOString())] : []),
    ...(all.length > 1 ? all.map(([lang, other]) => x('xhtml:link', { rel: 'alternate', hreflang: lang, href: absolute(site, other) })) : []),
  ]);
}

function announcementEntries({ model }: Edition): Entry[] {
  return model.announcements
    .filter(({ withdrawnOn }) => !withdrawnOn)
    .map(({ id, texts }) => ({
      versions: perLocale(Object.keys(texts), (locale) => urls.announcement(locale, id)),
      changed: perLocale(Object.keys(texts), (locale) => texts[locale]!.updated),
    }));
}

function listEntries({ model, lists }: Edition): Entry[] {
  const { locales } = model.site;
  const changedIn = (list: (locale: Locale) => readonly Announcement[] | undefined) => perLocale(locales, (locale) => lastChange(list(locale) ?? [], locale));
  const whole = changedIn((locale) => lists.get(locale)!.all);
  const scopes = allScopes(model).filter(({ type }) => type !== 'site');
  return [
    { versions: perLocale(locales, urls.home), changed: whole },
    { versions: perLocale(locales, (locale) => urls.archive(locale)), changed: whole },
    ...scopes.map((scope) => ({
      versions: perLocale(locales, (locale) => urls.scope(locale, scope)),
      changed: changedIn((locale) => lists.get(locale)!.scopes.get(scopeKey(scope))?.all),
    })),
  ];
}

function pageEntries({ model }: Edition): Entry[] {
  const { locales } = model.site;
  return [
    { versions: perLocale(locales, urls.subscribe) },
    { versions: perLocale(locales, urls.search) },
    ...model.pages.map(({ slug, texts }) => ({ versions: perLocale(Object.keys(texts), (locale) => urls.page(locale, slug)) })),
  ];
}

function lastChange(announcements: readonly Announcement[], locale: Locale): Date | undefined {
  const times = announcements.flatMap(({ texts }) => texts[locale]?.updated.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}

function perLocale<Value>(locales: readonly Locale[], value: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(locales.map((locale) => [locale, value(locale)]));
}
