import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '#snapshot/snapshot.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { stateOf } from '#snapshot/announcement-key.ts';
import { type DataSchemaName, dataSchemas } from '#schema/open-data.ts';
import { type FeedFormat, feedFormats, urls } from '#site/urls.ts';
import { writeAtom } from './feeds/atom.ts';
import { eventCalendar, siteCalendar } from './data/calendar.ts';
import { writeCsv } from './data/csv.ts';
import { makeDigestFeed } from './feeds/digest-feed.ts';
import { archivedMonths } from './feeds/feed-archive.ts';
import { type Feed, fillFeed, outlineArchiveFeed, outlineFeed, stateOfFeed } from './feeds/feed.ts';
import { writeIcs } from './data/ics.ts';
import { indexNowKey } from './sitemaps/index-now.ts';
import { writeJsonFeed } from './feeds/json-feed.ts';
import { writeJson, writeJsonSchema } from './data/json.ts';
import { writeLog } from './data/log.ts';
import { writeNewsSitemap } from './sitemaps/news-sitemap.ts';
import {
  announcementData,
  dataPage,
  dataPages,
  onDataPage,
  outcomesData,
} from './data/open-data.ts';
import { readerSheets } from './reader-styles.ts';
import { writeRobots } from './sitemaps/robots.ts';
import { writeRss } from './feeds/rss.ts';
import { sitemapParts, writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';

/** A file of the site that is not a page and can be written from an edition and the files that it names. */
export interface Document {
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
export function documentsOf(edition: Edition): Document[] {
  return [
    ...forMachines(edition),
    ...feeds(edition),
    ...calendars(edition),
    ...openData(edition),
    ...pressKits(edition),
  ];
}

function forMachines(edition: Edition): Document[] {
  const { typeface, folder } = edition;
  const key = indexNowKey(edition);
  return [
    { address: '/robots.txt', write: () => writeRobots(edition) },
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
    { address: urls.sitemap, write: () => writeSitemapIndex(edition) },
    ...sitemapParts(edition).map((part) => ({
      address: urls.sitemapPart(part.name),
      state: () => part,
      write: () => writeSitemap(edition, part),
    })),
    { address: urls.dataLog, write: () => writeLog(edition) },
    { address: urls.newsSitemap, write: () => writeNewsSitemap(edition) },
    ...(key ? [{ address: urls.indexNowKey(key), write: () => key }] : []),
  ];
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string | Promise<string>
>;

function feeds(edition: Edition): Document[] {
  const living = edition.model.site.locales.flatMap((locale) =>
    allScopes(edition.model).flatMap((scope) => {
      const outline = once(() => outlineFeed(edition, { locale, scope }));
      const state = once(() => stateOfFeed(outline()));
      return feedFormats.map((format) => ({
        address: urls.feed(locale, scope, format),
        state,
        write: () => writers[format](fillFeed(outline())),
      }));
    }),
  );
  const archived = edition.model.site.locales.flatMap((locale) =>
    archivedMonths(edition, locale).map(({ month, address }) => {
      const outline = () => outlineArchiveFeed(edition, { locale, month });
      return {
        address,
        state: () => stateOfFeed(outline()),
        write: () => writeAtom(fillFeed(outline())),
      };
    }),
  );
  const digests = edition.model.site.locales.flatMap((locale) => {
    const feed = once(() => makeDigestFeed(edition, locale));
    return feedFormats.map((format) => ({
      address: urls.weeksFeed(locale, format),
      write: () => writers[format](feed()),
    }));
  });
  return [...living, ...archived, ...digests];
}

function calendars(edition: Edition): Document[] {
  const { site, announcements } = edition.model;
  const events = announcements.filter(({ event }) => event);
  return [
    ...site.locales.map((locale) => ({
      address: urls.calendar(locale),
      write: () => writeIcs(siteCalendar(edition, locale)),
    })),
    ...events.flatMap((event) =>
      Object.keys(event.texts).map((locale) => ({
        address: urls.event(locale, event.id),
        state: () => stateOf(edition, event),
        write: () => writeIcs(eventCalendar(edition, { locale, id: event.id })),
      })),
    ),
  ];
}

function openData(edition: Edition): Document[] {
  const { announcements } = edition.model;
  const states = (some: typeof announcements) =>
    some.map((announcement) => stateOf(edition, announcement));
  const numbers = Array.from({ length: dataPages(edition) }, (_, index) => index + 1);
  const page = (address: string, number: number): Document => ({
    address,
    state: () => [number, numbers.length, states(onDataPage(edition, number))],
    write: () => writeJson(edition, 'announcements', dataPage(edition, number)),
  });
  return [
    page(urls.data, numbers.length),
    ...numbers.map((number) => page(urls.dataPage(number), number)),
    ...announcements.map((announcement) => ({
      address: urls.dataOf(announcement.id),
      state: () => stateOf(edition, announcement),
      write: () => writeJson(edition, 'announcement', announcementData(edition, announcement)),
    })),
    { address: urls.dataTable, state: () => states(announcements), write: () => writeCsv(edition) },
    {
      address: urls.dataOutcomes,
      write: () => writeJson(edition, 'outcomes', outcomesData(edition)),
    },
    ...(Object.keys(dataSchemas) as DataSchemaName[]).map((name) => ({
      address: urls.dataSchema(name),
      write: () => writeJsonSchema(edition, name),
    })),
  ];
}

function pressKits({ pressKits: kits }: Edition): Document[] {
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
