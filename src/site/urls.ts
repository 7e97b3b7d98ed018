import type { Locale } from '#lang/locale.ts';
import type { AnnouncementId, Site } from './model.ts';
import { type TaxonomyId, taxonomyIds } from './taxonomies.ts';

/** A list of announcements with its own pages and feeds. */
export type Scope = { readonly type: 'site' } | OwnScope;

/** The scope of one entry of a taxonomy, not of the whole site. */
export interface OwnScope {
  readonly type: TaxonomyId;
  readonly id: string;
}

/** A page that lists what has pages of its own: the entries of a taxonomy, or the years of news. */
export type IndexId = TaxonomyId | 'news';

export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
const feedFile = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } satisfies Record<
  FeedFormat,
  string
>;
/** The names of the formats, the same in every language. */
export const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } satisfies Record<
  FeedFormat,
  string
>;
/** The media types in links to feeds. Servers send other types for XML; see `outputs/headers.ts`. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} satisfies Record<FeedFormat, string>;

/**
 * All addresses of the site, as paths from its root, without the base. Only this table and the file names in
 * `src/pages/` define addresses.
 */
export const urls = {
  root: '/',
  notFound: '/404.html',
  sitemap: '/sitemap.xml',
  /**
   * One of the files that the sitemap lists: `pages`, or a year. They lie at the root, because a sitemap may only list
   * addresses in its own folder.
   */
  sitemapPart: (part: string) => `/sitemap-${part}.xml`,
  newsSitemap: '/news-sitemap.xml',
  indexNowKey: (key: string) => `/${key}.txt`,
  home: (locale: Locale) => `/${locale}/`,
  announcement: (locale: Locale, id: AnnouncementId) => `/${locale}/news/${id}/`,
  /** The notice that stands for an address of a removed announcement; see `removed-address.ts`. */
  removed: (locale: Locale, hash: string) => `/${locale}/news/removed/${hash}/`,
  attachment: (locale: Locale, id: AnnouncementId, name: string) =>
    `/${locale}/news/${id}/${encodeURIComponent(name)}`,
  /** The calendar file beside the page of an event. */
  event: (locale: Locale, id: AnnouncementId) => `${urls.announcement(locale, id)}event.ics`,
  /** All events of a language. */
  calendar: (locale: Locale) => `/${locale}/calendar.ics`,
  socialCard: (locale: Locale, id: AnnouncementId) => `/${locale}/news/${id}/social.jpg`,
  /** Texts and pictures for journalists, in all languages together. */
  pressKits: '/kits/',
  pressKit: (id: AnnouncementId) => `${urls.pressKits}${id}.zip`,
  page: (locale: Locale, slug: string) => `/${locale}/${slug}/`,
  archive: (locale: Locale, page = 1) => numbered(`/${locale}/archive/`, page),
  archiveYear: (locale: Locale, year: number) => `/${locale}/archive/${year}/`,
  archiveMonth: (locale: Locale, year: number, month: number) =>
    `/${locale}/archive/${year}/${twoDigits(month)}/`,
  scope: (locale: Locale, scope: Scope, page = 1) =>
    scope.type === 'site' ? `/${locale}/` : numbered(`/${locale}/${scope.type}/${scope.id}/`, page),
  /** The list of the entries of a taxonomy, and the way to all news by year. */
  index: (locale: Locale, type: IndexId) => `/${locale}/${type}/`,
  /** Warnings that are and were in force. */
  alerts: (locale: Locale) => `/${locale}/alerts/`,
  feed: (locale: Locale, scope: Scope, format: FeedFormat) =>
    `${urls.scope(locale, scope)}${feedFile[format]}`,
  /**
   * One month of everything that was published, as Atom. When the month changes, its hash changes, and so does its
   * address.
   */
  feedArchive: (locale: Locale, month: string, digest: string) =>
    `/${locale}/atom/${month}-${digest}.xml`,
  /** The style sheet that makes a feed readable in a browser. */
  feedStyle: '/feed.css',
  /** Weekly digests: their list, one page per week, and their feed. */
  weeks: (locale: Locale) => `/${locale}/weeks/`,
  week: (locale: Locale, name: string) => `/${locale}/weeks/${name.toLowerCase()}/`,
  weeksFeed: (locale: Locale, format: FeedFormat) => `/${locale}/weeks/${feedFile[format]}`,
  /** The outcomes of meetings. */
  outcomes: (locale: Locale) => `/${locale}/outcomes/`,
  /** The log of what was published when: a page for people, and the complete log for programs. */
  log: (locale: Locale) => `/${locale}/log/`,
  dataLog: '/log.json',
  search: (locale: Locale) => `/${locale}/search/`,
  subscribe: (locale: Locale) => `/${locale}/subscribe/`,
  /**
   * Open data: the newest announcements, and numbered pages of all. Page 1 holds the oldest, so that a full page never
   * changes.
   */
  data: '/api/announcements.json',
  dataPage: (page: number) => `/api/announcements/pages/${page}.json`,
  dataOf: (id: AnnouncementId) => `/api/announcements/${id}.json`,
  dataTable: '/api/announcements.csv',
  dataOutcomes: '/api/outcomes.json',
  dataSchema: (name: string) => `/api/${name}.schema.json`,
  /** The settings of a reader without scripts. Only some servers keep them; elsewhere this file is empty. */
  preferences: '/prefs.css',
  readerSheet: (name: string) => `/view/${name}.css`,
  emblem: (file: string) => `/emblem${file.slice(file.lastIndexOf('.'))}`,
  /** The folder of the search index. */
  searchIndex: '/_search/',
  picture: (name: string) => `/_images/${name}`,
  /** The press office's own typeface. */
  font: (digest: string) => `/_fonts/${digest}.woff2`,
};

/** The slugs that no standing page may have, because this table of addresses uses them. */
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

/** Adds the base to a path, for links on the site itself: `/kk/` → `/press/kk/`. */
export function underBase(site: Pick<Site, 'base'>, path: string): string {
  return `${site.base.slice(0, -1)}${path}`;
}

/** Makes a path absolute, for links on other sites: `https://example.org/press/kk/`. */
export function absolute(site: Pick<Site, 'base' | 'origin'>, path: string): string {
  return `${site.origin}${underBase(site, path)}`;
}
