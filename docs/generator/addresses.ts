import { reservedSlugs, urls } from '#site/urls.ts';
import { code, table } from './markdown.ts';

const l = '<l>';
const id = '2026/<slug>';
const scope = { type: 'topics', id: '<id>' } as const;

/** Every address that `urls` spells, with what is there. An address without a line here does not compile. */
const spelled = {
  root: [urls.root, 'the languages, with the newest headlines of each. Never redirects'],
  home: [urls.home(l), 'home'],
  announcement: [urls.announcement(l, id), 'an announcement. Beside it lie its attachments'],
  removed: [
    urls.removed(l, '<hash>'),
    'the notice that an announcement was removed. The hash is the SHA-256 of the path that it had',
  ],
  attachment: [urls.attachment(l, id, 'plan.pdf'), 'an attachment, under its own name'],
  event: [urls.event(l, id), 'the event of an announcement, for calendars'],
  socialCard: [urls.socialCard(l, id), 'the picture that is shown where a link is shared'],
  archive: [
    `${urls.archive(l)}`,
    `everything; further pages are ${code(urls.archive(l, 2))} and so on`,
  ],
  archiveYear: [urls.archiveYear(l, 2026), 'a year'],
  archiveMonth: [urls.archiveMonth(l, 2026, 1), 'a month'],
  scope: [
    urls.scope(l, scope),
    `a scope: also ${code('divisions')}, ${code('people')}, ${code('kinds')}; further pages are ${code(urls.scope(l, scope, 2))} and so on`,
  ],
  index: [
    urls.index(l, 'topics'),
    `the entries of a taxonomy: also ${code('divisions')} with telephones and hours, ${code('people')}, ${code('kinds')}; ${code('news')} lists the years`,
  ],
  alerts: [urls.alerts(l), 'warnings that are and were in force'],
  feed: [
    urls.feed(l, scope, 'rss'),
    'a feed of a scope; without `topics/<id>/`, of the whole site',
  ],
  feedArchive: [
    urls.feedArchive(l, '2026-01', '<digest>'),
    'the archive of the Atom feed (RFC 5005): a month each. A month that changes gets another address',
  ],
  calendar: [urls.calendar(l), 'all events'],
  weeks: [urls.weeks(l), 'digests of weeks that are over'],
  week: [urls.week(l, '2026-W04'), 'a week'],
  weeksFeed: [urls.weeksFeed(l, 'rss'), 'the feed of the weeks, in each format'],
  outcomes: [urls.outcomes(l), 'what meetings decided'],
  log: [urls.log(l), 'what was published when, for people'],
  search: [`${urls.search(l)}?q=…`, 'search'],
  subscribe: [urls.subscribe(l), 'all feeds'],
  page: [urls.page(l, '<page>'), 'a standing page'],
  pressKits: [urls.pressKits, 'the folder of the press kits; no page'],
  pressKit: [
    urls.pressKit(id),
    'with `pressKits: true`: texts of all languages and pictures in full size, for journalists',
  ],
  data: [urls.data, 'open data: the newest announcements'],
  dataPage: [urls.dataPage(1), 'all announcements; page 1 has the oldest'],
  dataOf: [urls.dataOf(id), 'one announcement, whole'],
  dataTable: [urls.dataTable, 'everything as a table'],
  dataOutcomes: [urls.dataOutcomes, 'what meetings decided'],
  dataSchema: [urls.dataSchema('<name>'), 'the JSON Schemas of the open data'],
  dataLog: [urls.dataLog, 'what was published when, for programs'],
  sitemap: [urls.sitemap, 'the index of the sitemaps'],
  sitemapPart: [urls.sitemapPart('<part>'), '`pages`, or a year'],
  newsSitemap: [urls.newsSitemap, 'announcements of the last days, for news search'],
  indexNowKey: [urls.indexNowKey('<key>'), 'with `indexNowKey`: the key'],
  notFound: [urls.notFound, 'what hosts show at a wrong address'],
  feedStyle: [urls.feedStyle, 'what makes a feed readable in a browser'],
  emblem: [urls.emblem('emblem.svg'), 'the emblem'],
  preferences: [urls.preferences, 'what a reader without script has set, where a server keeps it'],
  readerSheet: [
    urls.readerSheet('<name>'),
    'style sheets of the version for people with low vision',
  ],
  searchIndex: [urls.searchIndex, 'the search index *'],
  picture: [urls.picture('<name>'), 'pictures *'],
  font: [urls.font('<digest>'), 'the typeface of the press office *'],
} as const satisfies Record<keyof typeof urls, readonly [address: string, what: string]>;

/** Those that no page links to and Astro or the hosts name. */
const further = [
  ['/robots.txt', 'for search engines'],
  ['/_astro/', 'scripts and our typeface *'],
  [
    '/_state/',
    'what the next release on a machine that keeps nothing reads back; `files.json` has every file with its size and SHA-256',
  ],
] as const;

/** Every address of a site. */
export function addressTable(): string {
  return table(
    ['address', 'what'],
    [...Object.values(spelled), ...further].map(([address, what]) => [code(address), what]),
  );
}

/** The names that no standing page may have. */
export function reservedNames(): string {
  return [...reservedSlugs].sort().map(code).join(', ');
}
