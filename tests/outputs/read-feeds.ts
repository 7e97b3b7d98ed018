import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { validateXML } from 'xmllint-wasm';
import { parseHtml } from '#body/parse.ts';
import { writeAtom } from '#outputs/feeds/atom.ts';
import type { Feed } from '#outputs/feeds/feed.ts';
import { writeJsonFeed } from '#outputs/feeds/json-feed.ts';
import { writeRss } from '#outputs/feeds/rss.ts';
import type { FeedFormat } from '#site/urls.ts';

/** What a program that has never heard of us reads from an entry. */
export interface ReadEntry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly content: string;
  readonly published: string;
  readonly updated: string;
  readonly categories: readonly string[];
  /** Address, type and length. */
  readonly enclosures: ReadonlyArray<readonly [string, string, number]>;
}

export interface ReadFeed {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly page: string | undefined;
  readonly self: string | undefined;
  readonly entries: readonly ReadEntry[];
}

export const writers = { atom: writeAtom, rss: writeRss, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string | Promise<string>
>;

const iso = (text: string | undefined) => new Date(text!).toISOString();
/** Parsers trim. */
const text = (value: string | undefined) => (value ?? '').trim();

/** The words of HTML, which the description of an item in RSS is. */
const htmlText = (html: string | undefined) =>
  parseHtml(html ?? '')
    .children.map((node) => (node.type === 'text' ? node.value : `<${node.type}>`))
    .join('');

/** Reads a document with feedsmith. */
export const readers = {
  atom(document) {
    const { title, subtitle, xml, links = [], entries = [] } = parseAtomFeed(document);
    return {
      title: title?.value,
      description: subtitle?.value,
      language: xml?.lang,
      page: links.find(({ rel, hreflang }) => rel === 'alternate' && hreflang === xml?.lang)?.href,
      self: links.find(({ rel }) => rel === 'self')?.href,
      entries: entries.map((entry) => ({
        id: entry.id,
        url: entry.links?.find(
          ({ rel, hreflang }) => rel === 'alternate' && hreflang === entry.xml?.lang,
        )?.href,
        language: entry.xml?.lang,
        title: text(entry.title?.value),
        summary: text(entry.summary?.value),
        content: text(entry.content?.value),
        published: iso(entry.published),
        updated: iso(entry.updated),
        categories: entry.categories?.map(({ label }) => label!) ?? [],
        enclosures:
          entry.links
            ?.filter(({ rel }) => rel === 'enclosure')
            .map(({ href, type, length }) => [href!, type!, length!] as const) ?? [],
      })),
    };
  },
  rss(document) {
    const { title, description, language, link, atom, items = [] } = parseRssFeed(document);
    return {
      title,
      description,
      language,
      page: link,
      self: atom?.links?.find(({ rel }) => rel === 'self')?.href,
      entries: items.map((item) => ({
        id: item.guid?.value,
        url: item.link,
        language: item.dc?.languages?.[0],
        title: text(item.title),
        summary: text(htmlText(item.description)),
        content: text(item.content?.encoded),
        published: iso(item.pubDate),
        updated: iso(item.atom?.updated),
        categories: item.categories?.map((category) => category.name!) ?? [],
        enclosures:
          item.enclosures?.map(({ url, type, length }) => [url!, type!, length!] as const) ?? [],
      })),
    };
  },
  json(document) {
    const {
      title,
      description,
      language,
      home_page_url: page,
      feed_url: self,
      items = [],
    } = parseJsonFeed(document);
    return {
      title,
      description,
      language,
      page,
      self,
      entries: items.map((item) => ({
        id: item.id,
        url: item.url,
        language: item.language,
        title: text(item.title),
        summary: text(item.summary),
        content: text(item.content_html),
        published: iso(item.date_published),
        updated: iso(item.date_modified),
        categories: item.tags ?? [],
        enclosures:
          item.attachments?.map(
            (file) => [file.url!, file.mime_type!, file.size_in_bytes!] as const,
          ) ?? [],
      })),
    };
  },
} satisfies Record<FeedFormat, (document: string) => ReadFeed>;

/** What such a program should read. RSS has room for one file. */
export function expected(feed: Feed, format: FeedFormat): ReadFeed {
  return {
    title: feed.title,
    description: feed.description,
    language: feed.language,
    page: feed.page,
    self: feed.self[format],
    entries: feed.entries.map(
      ({
        id,
        url,
        language,
        title,
        summary,
        content,
        published,
        updated,
        categories,
        cover,
        attachments,
      }) => ({
        id,
        url,
        language,
        title: text(title),
        summary: text(summary),
        content: text(content),
        published:
          format === 'rss'
            ? `${published.toISOString().slice(0, 19)}.000Z`
            : published.toISOString(),
        updated: updated.toISOString(),
        categories: categories.map(({ label }) => label),
        enclosures: [...(cover ? [cover] : []), ...(format === 'rss' ? [] : attachments)].map(
          ({ url: address, type, length }) => [address, type, length] as const,
        ),
      }),
    ),
  };
}

const grammar = readFileSync(join(import.meta.dirname, 'atom.rng'), 'utf8');

/** What libxml2 has against documents: as XML, or also as Atom by the grammar of RFC 4287. */
export async function xmlFaults(
  documents: readonly string[],
  as: 'xml' | 'atom' = 'xml',
): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const memory = { initialMemoryPages: 1024, maxMemoryPages: 16_384 };
  const { errors } = await validateXML(
    as === 'atom'
      ? { xml, ...memory, schema: grammar, extension: 'relaxng' }
      : { xml, ...memory, normalization: 'format' },
  );
  return errors.map(({ rawMessage }) => rawMessage);
}

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const fitsJsonFeed = ajv.compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'json-feed.schema.json'), 'utf8')),
);

/** What is wrong with a JSON Feed by the schema made after its specification. */
export function jsonFeedFaults(document: string): unknown[] {
  fitsJsonFeed(JSON.parse(document));
  return fitsJsonFeed.errors ?? [];
}
