import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashedOnce } from '#cache/hash.ts';
import { once } from '#memo.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { type DataSchemaName, dataSchemas } from '#schema/open-data.ts';
import { type FeedFormat, feedFormats, urls } from '#site/urls.ts';
import { writeAtom } from './feeds/atom.ts';
import { eventCalendar, siteCalendar } from './data/calendar.ts';
import { writeCsv } from './data/csv.ts';
import { makeDigestFeed } from './feeds/digest-feed.ts';
import { archivedMonths } from './feeds/feed-archive.ts';
import { archiveFeed, type Feed, scopeFeed } from './feeds/feed.ts';
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
  outcomesRecord,
} from './data/open-data-records.ts';
import { writeFeedStyle } from './feeds/feed-style.ts';
import { readerSheets } from './reader-styles.ts';
import { writeRobots } from './sitemaps/robots.ts';
import { writeRss } from './feeds/rss.ts';
import { sitemapParts, writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';

/** The content of a file. */
type Content = string | Uint8Array;

/** A file of the site that is not a page. */
export interface SiteDocument {
  /** The path from the site's root. */
  readonly address: string;
  /** Computed on demand, because a site has thousands of documents. */
  document(): {
    /** Everything that decides the bytes, as a plain value. Its hash is the cache key of the file. */
    readonly input: unknown;
    write(): Content | Promise<Content>;
  };
}

/**
 * @param input everything that decides the bytes apart from the code, as a plain value
 * @param write receives only the input. A test checks that it is a module-level function, so it cannot close over
 *   anything else.
 */
function documentAt<Input>(
  address: string,
  input: () => Input,
  write: (input: Input) => Content | Promise<Content>,
): SiteDocument {
  return {
    address,
    document() {
      const made = input();
      return { input: made, write: () => write(made) };
    },
  };
}

/** For documents that are cheaper to write than to compare in another way: the text is its own input. */
function asIs(text: string): string {
  return text;
}

/** All documents of a site: their addresses and the functions that write them. */
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
  const { origin, base } = snapshot.model.site;
  const key = indexNowKey(snapshot);
  return [
    documentAt('/robots.txt', () => writeRobots(snapshot), asIs),
    documentAt(urls.feedStyle, () => writeFeedStyle(snapshot.model.site), asIs),
    ...[...readerSheets()].map(([address, css]) => documentAt(address, () => css, asIs)),
    ...(typeface ? [copyAt(typeface.address, typeface.address, join(folder, typeface.file))] : []),
    documentAt(urls.sitemap, () => writeSitemapIndex(snapshot), asIs),
    ...sitemapParts(snapshot).map(({ name, entries }) =>
      documentAt(urls.sitemapPart(name), () => ({ origin, base, entries }), writeSitemap),
    ),
    documentAt(urls.dataLog, () => writeLog(snapshot), asIs),
    documentAt(urls.newsSitemap, () => writeNewsSitemap(snapshot), asIs),
    ...(key ? [documentAt(urls.indexNowKey(key), () => key, asIs)] : []),
  ];
}

/**
 * A file copied from another place.
 * @param key changes whenever the bytes of the file change
 * @param path the absolute path of the source
 */
function copyAt(address: string, key: string, path: string): SiteDocument {
  return documentAt(address, () => ({ key, path }), readCopied);
}

function readCopied({ path }: { readonly path: string }): Uint8Array {
  return readFileSync(path);
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string | Promise<string>
>;

function feeds(snapshot: Snapshot): SiteDocument[] {
  const { locales } = snapshot.model.site;
  const living = locales.flatMap((locale) =>
    allScopes(snapshot.model).flatMap((scope) => {
      const feed = once(() => hashedOnce(scopeFeed(snapshot, { locale, scope })));
      return feedFormats.map((format) =>
        documentAt(urls.feed(locale, scope, format), feed, writers[format]),
      );
    }),
  );
  const archived = locales.flatMap((locale) =>
    archivedMonths(snapshot, locale).map(({ month, address }) =>
      documentAt(address, () => archiveFeed(snapshot, { locale, month }), writeAtom),
    ),
  );
  const digests = locales.flatMap((locale) => {
    const feed = once(() => hashedOnce(makeDigestFeed(snapshot, locale)));
    return feedFormats.map((format) =>
      documentAt(urls.weeksFeed(locale, format), feed, writers[format]),
    );
  });
  return [...living, ...archived, ...digests];
}

function calendars(snapshot: Snapshot): SiteDocument[] {
  const { site, announcements } = snapshot.model;
  const events = announcements.filter(({ event }) => event);
  return [
    ...site.locales.map((locale) =>
      documentAt(urls.calendar(locale), () => siteCalendar(snapshot, locale), writeIcs),
    ),
    ...events.flatMap(({ id, texts }) =>
      Object.keys(texts).map((locale) =>
        documentAt(urls.event(locale, id), () => eventCalendar(snapshot, { locale, id }), writeIcs),
      ),
    ),
  ];
}

function openData(snapshot: Snapshot): SiteDocument[] {
  const numbers = Array.from({ length: dataPages(snapshot) }, (_, index) => index + 1);
  const json = (address: string, schema: DataSchemaName, record: () => object) =>
    documentAt(address, () => writeJson(snapshot, schema, record()), asIs);
  const page = (address: string, number: number) =>
    json(address, 'announcements', () => dataPage(snapshot, number));
  return [
    page(urls.data, numbers.length),
    ...numbers.map((number) => page(urls.dataPage(number), number)),
    ...snapshot.model.announcements.map((announcement) =>
      json(urls.dataOf(announcement.id), 'announcement', () =>
        announcementRecord(snapshot, announcement),
      ),
    ),
    documentAt(urls.dataTable, () => writeCsv(snapshot), asIs),
    json(urls.dataOutcomes, 'outcomes', () => outcomesRecord(snapshot)),
    ...(Object.keys(dataSchemas) as DataSchemaName[]).map((name) =>
      documentAt(urls.dataSchema(name), () => writeJsonSchema(snapshot, name), asIs),
    ),
  ];
}

function pressKits({ pressKits: kits }: Snapshot): SiteDocument[] {
  return [...kits].map(([id, { key, path }]) => copyAt(urls.pressKit(id), key, path));
}
