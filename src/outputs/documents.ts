import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { announcementKey } from '#snapshot/announcement-key.ts';
import { type DataSchemaName, dataSchemas } from '#schema/open-data.ts';
import { type FeedFormat, feedFormats, urls } from '#site/urls.ts';
import { writeAtom } from './feeds/atom.ts';
import { eventCalendar, siteCalendar } from './data/calendar.ts';
import { writeCsv } from './data/csv.ts';
import { makeDigestFeed } from './feeds/digest-feed.ts';
import { archivedMonths } from './feeds/feed-archive.ts';
import { type Feed, fillFeed, outlineArchiveFeed, outlineFeed, stateOfFeed } from './feeds/feed.ts';
import { writeIcs } from './data/ics.ts';
import { indexNowKey } from './sitemaps/index-now-key.ts';
import { writeJsonFeed } from './feeds/json-feed.ts';
import { writeJson, writeJsonSchema } from './data/json.ts';
import { writeLog } from './data/write-log.ts';
import { writeNewsSitemap } from './sitemaps/news-sitemap.ts';
import {
  announcementRecord,
  dataPage,
  dataPages,
  onDataPage,
  outcomesRecord,
} from './data/open-data-records.ts';
import { writeFeedStyle } from './feeds/feed-style.ts';
import { readerSheets } from './reader-styles.ts';
import { writeRobots } from './sitemaps/robots.ts';
import { writeRss } from './feeds/rss.ts';
import { sitemapParts, writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';

/** A file of the site that is not a page and can be written from a snapshot and the files that it names. */
export interface SiteDocument {
  /** From the site's root. */
  readonly address: string;
  /**
   * All that decides its bytes besides the code, the registries and the settings of the site, as a plain value:
   * cheaper to find than the bytes. Without it, only the bytes can tell whether it has changed.
   */
  state?(): unknown;
  write(): string | Uint8Array | Promise<string | Uint8Array>;
}

/** Every such file: which there are, where, and who writes them. */
export function allDocuments(snapshot: Snapshot): SiteDocument[] {
  return [
    ...forMachines(snapshot),
    ...feeds(snapshot),
    ...calendars(snapshot),
    ...openData(snapshot),
    ...pressKits(snapshot),
  ];
}

function forMachines(snapshot: Snapshot): SiteDocument[] {
  const { typeface, folder } = snapshot;
  const key = indexNowKey(snapshot);
  return [
    { address: '/robots.txt', write: () => writeRobots(snapshot) },
    { address: urls.feedStyle, write: () => writeFeedStyle(snapshot.model.site) },
    ...[...readerSheets()].map(([address, css]) => ({ address, write: () => css })),
    ...(typeface
      ? [
          {
            address: typeface.address,
            state: () => typeface.address,
            write: () => readFileSync(join(folder, typeface.file)),
          },
        ]
      : []),
    { address: urls.sitemap, write: () => writeSitemapIndex(snapshot) },
    ...sitemapParts(snapshot).map((part) => ({
      address: urls.sitemapPart(part.name),
      state: () => part,
      write: () => writeSitemap(snapshot, part),
    })),
    { address: urls.dataLog, write: () => writeLog(snapshot) },
    { address: urls.newsSitemap, write: () => writeNewsSitemap(snapshot) },
    ...(key ? [{ address: urls.indexNowKey(key), write: () => key }] : []),
  ];
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string | Promise<string>
>;

function feeds(snapshot: Snapshot): SiteDocument[] {
  const living = snapshot.model.site.locales.flatMap((locale) =>
    allScopes(snapshot.model).flatMap((scope) => {
      const outline = once(() => outlineFeed(snapshot, { locale, scope }));
      const state = once(() => stateOfFeed(outline()));
      return feedFormats.map((format) => ({
        address: urls.feed(locale, scope, format),
        state,
        write: () => writers[format](fillFeed(outline())),
      }));
    }),
  );
  const archived = snapshot.model.site.locales.flatMap((locale) =>
    archivedMonths(snapshot, locale).map(({ month, address }) => {
      const outline = () => outlineArchiveFeed(snapshot, { locale, month });
      return {
        address,
        state: () => stateOfFeed(outline()),
        write: () => writeAtom(fillFeed(outline())),
      };
    }),
  );
  const digests = snapshot.model.site.locales.flatMap((locale) => {
    const feed = once(() => makeDigestFeed(snapshot, locale));
    return feedFormats.map((format) => ({
      address: urls.weeksFeed(locale, format),
      write: () => writers[format](feed()),
    }));
  });
  return [...living, ...archived, ...digests];
}

function calendars(snapshot: Snapshot): SiteDocument[] {
  const { site, announcements } = snapshot.model;
  const events = announcements.filter(({ event }) => event);
  return [
    ...site.locales.map((locale) => ({
      address: urls.calendar(locale),
      write: () => writeIcs(siteCalendar(snapshot, locale)),
    })),
    ...events.flatMap((event) =>
      Object.keys(event.texts).map((locale) => ({
        address: urls.event(locale, event.id),
        state: () => announcementKey(snapshot, event),
        write: () => writeIcs(eventCalendar(snapshot, { locale, id: event.id })),
      })),
    ),
  ];
}

function openData(snapshot: Snapshot): SiteDocument[] {
  const { announcements } = snapshot.model;
  const states = (some: typeof announcements) =>
    some.map((announcement) => announcementKey(snapshot, announcement));
  const numbers = Array.from({ length: dataPages(snapshot) }, (_, index) => index + 1);
  const page = (address: string, number: number): SiteDocument => ({
    address,
    state: () => [number, numbers.length, states(onDataPage(snapshot, number))],
    write: () => writeJson(snapshot, 'announcements', dataPage(snapshot, number)),
  });
  return [
    page(urls.data, numbers.length),
    ...numbers.map((number) => page(urls.dataPage(number), number)),
    ...announcements.map((announcement) => ({
      address: urls.dataOf(announcement.id),
      state: () => announcementKey(snapshot, announcement),
      write: () => writeJson(snapshot, 'announcement', announcementRecord(snapshot, announcement)),
    })),
    {
      address: urls.dataTable,
      state: () => states(announcements),
      write: () => writeCsv(snapshot),
    },
    {
      address: urls.dataOutcomes,
      write: () => writeJson(snapshot, 'outcomes', outcomesRecord(snapshot)),
    },
    ...(Object.keys(dataSchemas) as DataSchemaName[]).map((name) => ({
      address: urls.dataSchema(name),
      write: () => writeJsonSchema(snapshot, name),
    })),
  ];
}

function pressKits({ pressKits: kits }: Snapshot): SiteDocument[] {
  return [...kits].map(([id, { key, path }]) => ({
    address: urls.pressKit(id),
    state: () => key,
    write: () => readFileSync(path),
  }));
}

function once<Value>(make: () => Value): () => Value {
  let value: { readonly made: Value } | undefined;
  return () => (value ??= { made: make() }).made;
}
