import { parseFeed } from 'feedsmith';
import { readWrittenDate } from '#lang/read-day.ts';
import { createAlbum } from './album.ts';
import type { Imported, ImportNote, FormatReader, InputFile } from './imported.ts';
import { readHtml, wordsOfHtml } from './html/read-html.ts';
import { parsedItems } from './parsed-items.ts';
import { pictureTaker } from './picture-taker.ts';
import { visible } from './tidy.ts';

/** One item, independent of the feed's format. */
interface Item {
  readonly title?: string | undefined;
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly date?: string | undefined;
  readonly html: string;
  /** The lead as HTML, when the item has the full text too. */
  readonly lead?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly files: readonly string[];
}

/** Reads a feed: RSS, Atom or JSON Feed. */
export const readFeed: FormatReader = async function* (file) {
  const items = parsedItems(file, (text) => itemsOf(parseFeed(text)));
  if ('reason' in items) yield items;
  else for (const item of items) yield readItem(file, item);
};

function itemsOf(parsed: ReturnType<typeof parseFeed>): Item[] {
  switch (parsed.format) {
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        title: entry.title?.value,
        id: entry.id,
        link: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
        date: written(entry.published ?? entry.updated),
        html: inHtml(
          entry.content?.value ?? entry.summary?.value ?? '',
          entry.content?.type ?? entry.summary?.type,
        ),
        lead: entry.content?.value === undefined ? undefined : entry.summary?.value,
        categories: (entry.categories ?? []).flatMap(({ label, term }) => label ?? term ?? []),
        files: (entry.links ?? []).flatMap(({ rel, href }) =>
          rel === 'enclosure' && href ? [href] : [],
        ),
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title,
        id: item.id,
        link: item.url,
        date: written(item.date_published),
        html: item.content_html ?? inHtml(item.content_text ?? '', 'text'),
        lead: item.summary,
        categories: item.tags,
        files: (item.attachments ?? []).flatMap(({ url }) => (url ? [url] : [])),
      }));
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title,
        id: item.guid?.value,
        link: item.link,
        date: written(item.pubDate ?? item.dc?.dates?.[0]),
        html: item.content?.encoded ?? item.description ?? '',
        lead: item.content?.encoded === undefined ? undefined : item.description,
        categories: (item.categories ?? []).flatMap(({ name }) => name ?? []),
        files: (item.enclosures ?? []).flatMap(({ url }) => (url ? [url] : [])),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link,
        date: written(item.dc?.dates?.[0]),
        html: item.content?.encoded ?? item.description ?? '',
        lead: item.content?.encoded === undefined ? undefined : item.description,
        categories: item.dc?.subjects,
        files: [],
      }));
  }
}

/** The parser returns dates as written. */
function written(date: unknown): string | undefined {
  return typeof date === 'string' ? date : undefined;
}

/** In Atom, a text can be declared to be plain text. */
function inHtml(text: string, type: string | undefined): string {
  if (type === 'html' || type === 'xhtml' || (type === undefined && /<[a-z][^>]*>/iu.test(text)))
    return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\n\s*\n/gu, '<p>');
}

function readItem(
  file: InputFile,
  { title, id, link, date, html, lead, categories, files }: Item,
): Imported {
  const notes: ImportNote[] = files.map((name) => ({ id: 'file-left-out', params: { name } }));
  const album = createAlbum();
  const url = link && /^https?:\/\//iu.test(link) && URL.canParse(link) ? link : undefined;
  const named = title === undefined ? undefined : wordsOfHtml(title) || undefined;
  const summary = lead === undefined ? undefined : wordsOfHtml(lead) || undefined;
  const body = readHtml(html, {
    address: url,
    album,
    notes,
    ...pictureTaker(file, album, notes),
  });
  return {
    source: `${file.name}: ${named ?? id ?? link ?? ''}`,
    origin: { kind: 'feed', id: visible(id ?? link ?? named ?? '').trim(), url },
    title: named,
    // `createWriter` reports a date that cannot be parsed.
    date: date === undefined ? undefined : (readWrittenDate(date) ?? date),
    summary,
    categories,
    body,
    pictures: album.files,
    addresses: url ? [url] : [],
    notes: [...album.notes, ...notes],
  };
}
