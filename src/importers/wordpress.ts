import { XMLParser } from 'fast-xml-parser';
import { createAlbum } from './album.ts';
import type { Imported, ImportNote, FormatReader, Refused, InputFile } from './imported.ts';
import { readHtml, wordsOfHtml } from './old-html.ts';
import { parsedItems } from './parsed-items.ts';
import { pictureTaker } from './picture-taker.ts';
import { paragraphsOfWordPress } from './wordpress-text.ts';

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly 'content:encoded'?: string;
  readonly 'wp:post_id'?: string;
  readonly 'wp:post_date'?: string;
  readonly 'wp:post_date_gmt'?: string;
  readonly 'wp:post_type'?: string;
  readonly 'wp:status'?: string;
  readonly 'wp:post_password'?: string;
}

/** Reads the export of a WordPress site (WXR): its posts; pages, menus and the like are told of. */
export const readWordPress: FormatReader = async function* (file) {
  const items = parsedItems(file, itemsOf);
  if ('reason' in items) yield items;
  else for (const item of items) yield readItem(file, item);
};

function itemsOf(text: string): Item[] {
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    processEntities: true,
    isArray: (name) => name === 'item',
  });
  const parsed = parser.parse(text, true) as { rss?: { channel?: { item?: Item[] } } };
  return parsed.rss?.channel?.item ?? [];
}

function readItem(file: InputFile, item: Item): Imported | Refused {
  const title = wordsOfHtml(said(item.title));
  const source = `${file.name}: ${title || said(item['wp:post_id'])}`;
  const [type, status] = [
    said(item['wp:post_type']) || 'post',
    said(item['wp:status']) || 'publish',
  ];
  if (type !== 'post') return { source, reason: 'not-an-announcement', params: { kind: type } };
  if (
    ['private', 'trash', 'auto-draft', 'inherit'].includes(status) ||
    said(item['wp:post_password'])
  )
    return { source, reason: 'not-public', params: {} };

  const notes: ImportNote[] = [];
  const album = createAlbum();
  const url =
    /^https?:\/\//iu.test(said(item.link)) && URL.canParse(said(item.link))
      ? said(item.link)
      : undefined;
  const html = paragraphsOfWordPress(said(item['content:encoded']), notes);
  const body = readHtml(html, {
    address: url,
    album,
    notes,
    picture: pictureTaker(file, album, notes),
  });
  return {
    source,
    origin: { kind: 'wordpress', id: said(item.guid) || said(item['wp:post_id']) || source, url },
    title: title || undefined,
    date: dateOf(item),
    draft: status !== 'publish' && status !== 'future',
    body,
    pictures: album.files,
    addresses: url ? [url] : [],
    notes: [...album.notes, ...notes],
  };
}

/** Elements that stand twice come as lists, empty ones as texts. */
function said(value: unknown): string {
  return typeof value === 'string' ? value.trim() : Array.isArray(value) ? said(value[0]) : '';
}

/** In universal time where the export has it: drafts have zeros there. */
function dateOf(item: Item): string | undefined {
  const [universal, local] = [said(item['wp:post_date_gmt']), said(item['wp:post_date'])];
  if (/^[1-9]\d{3}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u.test(universal))
    return `${universal.replace(' ', 'T')}Z`;
  return /^[1-9]\d{3}-\d{2}-\d{2}/u.exec(local)?.[0];
}
