import { XMLParser } from 'fast-xml-parser';
import { createAlbum } from '#importers/album.ts';
import { readHtml, wordsOfHtml } from '#importers/html/read-html.ts';
import type {
  FormatReader,
  Imported,
  ImportNote,
  InputFile,
  Refused,
} from '#importers/imported.ts';
import { languageOfCode } from '#importers/language-of-code.ts';
import { firstOf } from '#lang/lookup.ts';
import { everyWriting } from '#languages/writings.ts';
import { parsedItems } from '#importers/parsed-items.ts';
import { pictureTaker } from '#importers/picture-taker.ts';
import { splitLanguages } from './languages.ts';
import { createOldSite, type OldSite } from './old-site.ts';
import { paragraphsOfWordPress } from './wordpress-text.ts';
import { type Item, metaOf, said, termsOf } from './wxr.ts';

/** Reads the export of a WordPress site (WXR): its posts; pages, menus and the like are told of. */
export const readWordPress: FormatReader = async function* (file) {
  const items = parsedItems(file, itemsOf);
  if ('reason' in items) {
    yield items;
    return;
  }
  const site = createOldSite(items);
  const read = new Set<Item>();
  for (const item of items) {
    if (read.has(item)) continue;
    const found = readItem(file, item, site);
    if (!found) continue;
    // Polylang keeps a post for each language, and says which belong together.
    const [group] = termsOf(item, 'post_translations');
    const others =
      'reason' in found || group === undefined
        ? []
        : items.filter(
            (other) =>
              other !== item &&
              termsOf(other, 'post_translations').some(({ id }) => id === group.id),
          );
    const translations = others.flatMap((other): Imported[] => {
      const translation = readItem(file, other, site);
      if (!translation || 'reason' in translation) return [];
      read.add(other);
      return [translation];
    });
    yield translations.length > 0 ? { ...(found as Imported), translations } : found;
  }
};

function itemsOf(text: string): Item[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    isArray: (name) => ['item', 'category', 'wp:postmeta'].includes(name),
  });
  const parsed = parser.parse(text, true) as { rss?: { channel?: { item?: Item[] } } };
  return parsed.rss?.channel?.item ?? [];
}

/** @returns undefined for what posts have used: nothing is to be said of it */
function readItem(file: InputFile, item: Item, site: OldSite): Imported | Refused | undefined {
  const languages = languagesOf(item);
  const title = wordsOfHtml(
    [...(splitLanguages(said(item.title))?.values() ?? [said(item.title)])][0] ?? '',
  );
  const source = `${file.name}: ${title || said(item['wp:post_id'])}`;
  const [type, status] = [
    said(item['wp:post_type']) || 'post',
    said(item['wp:status']) || 'publish',
  ];
  if (type === 'attachment' && site.isUsed(said(item['wp:post_id']))) return undefined;
  if (type !== 'post') return { source, reason: 'not-an-announcement', params: { kind: type } };
  if (
    ['private', 'trash', 'auto-draft', 'inherit'].includes(status) ||
    said(item['wp:post_password'])
  )
    return { source, reason: 'not-public', params: {} };
  const posts = languages
    ? languages.map((language) => readPost(file, item, site, source, language))
    : [readPost(file, item, site, source)];
  const others = posts.slice(1);
  return { ...firstOf(posts), ...(others.length > 0 && { translations: others }) };
}

/** The languages that the fields of a post hold, by the codes of the plugin; undefined where it has no such fields. */
function languagesOf(item: Item): string[] | undefined {
  const split = splitLanguages(said(item.title)) ?? splitLanguages(said(item['content:encoded']));
  return split && [...split.keys()];
}

/** A post, or what it says in one of the languages that its fields hold. */
function readPost(
  file: InputFile,
  item: Item,
  site: OldSite,
  source: string,
  language?: string,
): Imported {
  const field = (name: 'title' | 'content:encoded' | 'excerpt:encoded') => {
    const text = said(item[name]);
    return language === undefined ? text : (splitLanguages(text)?.get(language) ?? text);
  };
  const notes: ImportNote[] = [];
  const album = createAlbum();
  const url = site.addressOf(item);
  const taker = pictureTaker(file, album, notes, site.filesOf);
  const html = paragraphsOfWordPress(field('content:encoded'), notes, site.pictureById);
  const body = readHtml(html, {
    address: url,
    album,
    notes,
    ...taker,
    link: (address) => site.linkOf(address, (name) => album.addDocument(file, name), notes),
  });
  const featured = site.attachment(metaOf(item, '_thumbnail_id'));
  const cover = featured && taker.picture(featured.url);
  if (cover !== undefined && !featured?.alt)
    notes.push({ id: 'picture-without-alt', params: { name: cover } });
  if (said(item['wp:is_sticky']) === '1') notes.push({ id: 'was-pinned', params: {} });
  const status = said(item['wp:status']) || 'publish';
  const [written] = termsOf(item, 'language');
  const isFirst = language === languagesOf(item)?.[0];
  return {
    source,
    origin: { kind: 'wordpress', id: said(item.guid) || said(item['wp:post_id']) || source, url },
    title: wordsOfHtml(field('title')) || undefined,
    date: dateOf(item),
    locale: language ?? (written && languageOfCode(firstOf(written.id.split('-')))),
    draft: status !== 'publish' && status !== 'future',
    summary: wordsOfHtml(field('excerpt:encoded')) || undefined,
    categories: isFirst
      ? [...termsOf(item, 'category'), ...termsOf(item, 'post_tag')]
          .filter(({ id, name }) => !noCategory.test(id) && !noCategory.test(name))
          .map(({ name }) => name)
      : [],
    cover: cover === undefined ? undefined : { name: cover, alt: featured?.alt },
    body,
    pictures: album.files,
    addresses: url && isFirst ? [url] : [],
    notes: [...album.notes, ...notes],
  };
}

/** Where WordPress puts posts that are in no category. */
const noCategory = new RegExp(
  `^(?:${everyWriting.flatMap(({ imports }) => imports.noCategory).join('|')})$`,
  'iu',
);

/** In universal time where the export has it: drafts have zeros there. */
function dateOf(item: Item): string | undefined {
  const [universal, local] = [said(item['wp:post_date_gmt']), said(item['wp:post_date'])];
  if (/^[1-9]\d{3}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u.test(universal))
    return `${universal.replace(' ', 'T')}Z`;
  return /^[1-9]\d{3}-\d{2}-\d{2}/u.exec(local)?.[0];
}
