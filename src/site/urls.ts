import type { Locale } from '#lang/locale.ts';
import type { AnnouncementId, Site } from './model.ts';
import { type TaxonomyId, taxonomyIds } from './taxonomies.ts';

/** A list of announcements with pages and feeds of its own. */
export type Scope = { readonly type: 'site' } | OwnScope;

/** An entry of a taxonomy: not the site as a whole. */
export interface OwnScope {
  readonly type: TaxonomyId;
  readonly id: string;
}

export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
const feedFile = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } satisfies Record<
  FeedFormat,
  string
>;
/** What people call the formats, in every language. */
export const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } satisfies Record<
  FeedFormat,
  string
>;
/** The media types under which feeds are announced: the servers' own for XML differ, see `outputs/headers.ts`. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} satisfies Record<FeedFormat, string>;

/** Every address of the site is spelled here and in the file names of `src/pages/`: paths from the site's root, without its base. */
export const urls = {
  root: '/',
  notFound: '/404.html',
  sitemap: '/sitemap.xml',
  /** One of the files that the sitemap names: `pages`, or a year. They stand at the root, for a sitemap speaks for its own folder only. */
  sitemapPart: (part: string) => `/sitemap-${part}.xml`,
  newsSitemap: '/news-sitemap.xml',
  indexNowKey: (key: string) => `/${key}.txt`,
  home: (locale: Locale) => `/${locale}/`,
  announcement: (locale: Locale, id: AnnouncementId) => `/${locale}/news/${id}/`,
  attachment: (locale: Locale, id: AnnouncementId, name: string) =>
    `/${locale}/news/${id}/${encodeURIComponent(name)}`,
  /** Beside the page of an event: for calendars. */
  event: (locale: Locale, id: AnnouncementId) => `${urls.announcement(locale, id)}event.ics`,
  /** All events of a language. */
  calendar: (locale: Locale) => `/${locale}/calendar.ics`,
  socialCard: (locale: Locale, id: AnnouncementId) => `/${locale}/news/${id}/social.jpg`,
  /** Texts and pictures for journalists, of all languages together. */
  pressKits: '/kits/',
  pressKit: (id: AnnouncementId) => `${urls.pressKits}${id}.zip`,
  page: (locale: Locale, slug: string) => `/${locale}/${slug}/`,
  archive: (locale: Locale, page = 1) => numbered(`/${locale}/archive/`, page),
  archiveYear: (locale: Locale, year: number) => `/${locale}/archive/${year}/`,
  archiveMonth: (locale: Locale, year: number, month: number) =>
    `/${locale}/archive/${year}/${twoDigits(month)}/`,
  scope: (locale: Locale, scope: Scope, page = 1) =>
    scope.type === 'site' ? `/${locale}/` : numbered(`/${locale}/${scope.type}/${scope.id}/`, page),
  feed: (locale: Locale, scope: Scope, format: FeedFormat) =>
    `${urls.scope(locale, scope)}${feedFile[format]}`,
  /** One month of everything that was published, as Atom. A month that changes gets another digest, and so another address. */
  feedArchive: (locale: Locale, month: string, digest: string) =>
    `/${locale}/atom/${month}-${digest}.xml`,
  /** What makes a feed readable in a browser. */
  feedStyle: '/feed.css',
  /** Digests: one for each week, and their feed. */
  weeks: (locale: Locale) => `/${locale}/weeks/`,
  week: (locale: Locale, name: string) => `/${locale}/weeks/${name.toLowerCase()}/`,
  weeksFeed: (locale: Locale, format: FeedFormat) => `/${locale}/weeks/${feedFile[format]}`,
  /** What came of meetings. */
  outcomes: (locale: Locale) => `/${locale}/outcomes/`,
  /** What was published when: for people; and whole, for programs. */
  log: (locale: Locale) => `/${locale}/log/`,
  dataLog: '/log.json',
  search: (locale: Locale) => `/${locale}/search/`,
  subscribe: (locale: Locale) => `/${locale}/subscribe/`,
  /** Open data: the newest announcements; and pages of them, numbered from the oldest, so that a full one never changes. */
  data: '/api/announcements.json',
  dataPage: (page: number) => `/api/announcements/pages/${page}.json`,
  dataOf: (id: AnnouncementId) => `/api/announcements/${id}.json`,
  dataTable: '/api/announcements.csv',
  dataOutcomes: '/api/outcomes.json',
  dataSchema: (name: string) => `/api/${name}.schema.json`,
  /** What a reader without script has set, where a server keeps it; elsewhere nothing. */
  preferences: '/prefs.css',
  readerSheet: (name: string) => `/view/${name}.css`,
  emblem: (file: string) => `/emblem${file.slice(file.lastIndexOf('.'))}`,
  /** The folder of the search index. */
  searchIndex: '/_search/',
  picture: (name: string) => `/_images/${name}`,
  /** The typeface of a press office. */
  font: (digest: string) => `/_fonts/${digest}.woff2`,
};

/** The names that no standing page may take: those of the table of addresses. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...taxonomyIds,
  ...['news', 'archive', 'search', 'subscribe', 'outcomes', 'weeks', 'log', 'atom', '404'],
]);

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function numbered(address: string, page: number): string {
  return page === 1 ? address : `${address}${page}/`;
}

/** A path as links of the site write it: under the base. `/kk/` → `/press/kk/` */
export function underBase(site: Pick<Site, 'base'>, path: string): string {
  return `${site.base.slice(0, -1)}${path}`;
}

/** A path as other sites write it: `https://example.org/press/kk/`. */
export function absolute(site: Pick<Site, 'base' | 'origin'>, path: string): string {
  return `${site.origin}${underBase(site, path)}`;
}
