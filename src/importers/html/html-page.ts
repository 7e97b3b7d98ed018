import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { parseHtml } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import { readWrittenDate } from '#lang/read-day.ts';
import { createAlbum } from '#importers/album.ts';
import { decodeOld } from '#importers/decode.ts';
import { sourceFingerprint } from '#importers/source-fingerprint.ts';
import type { ImportNote, FormatReader } from '#importers/imported.ts';
import { readPageStyles } from './page-styles.ts';
import { readTree } from './read-html.ts';
import { pictureTaker } from '#importers/picture-taker.ts';
import { createTally, type Tally } from '#importers/tally.ts';
import { visible } from '#importers/tidy.ts';

/** Reads a saved page of an old site: its title, date and address as its head tells them, its text without menus. */
export const readHtmlPage: FormatReader = async function* (file) {
  const { name, bytes } = file;
  const notes: ImportNote[] = [];
  const html = decodeOld(bytes, notes);
  if (html === undefined) {
    yield { source: name, reason: 'undecodable', params: {} };
    return;
  }
  const page = parseHtml(html);
  const address =
    meta(page, 'og:url') ??
    attributeOf(page, 'link', 'href', (link) => String(link.properties.rel) === 'canonical');
  const url =
    address && /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : undefined;
  const generator = meta(page, 'generator') ?? meta(page, 'Generator') ?? '';
  const isOfWord =
    /^Microsoft Word/iu.test(generator) || html.includes('schemas-microsoft-com:office:word');
  const title =
    meta(page, 'og:title') ??
    textIn(page, 'h1') ??
    // Word writes into `title` what the first document of the chain was called.
    (isOfWord
      ? textIn(page, 'p', ({ properties }) => classes(properties).includes('MsoTitle'))
      : textIn(page, 'title'));
  const date = [
    meta(page, 'article:published_time'),
    meta(page, 'date'),
    attributeOf(page, 'time', 'dateTime', () => true),
  ]
    .map((written) => (written === undefined ? undefined : readWrittenDate(written)))
    .find((found) => found !== undefined);
  const tally = createTally();
  const styles = readPageStyles(page);
  const part = textPart(page, title, tally);
  // Bitrix and others write the date into the text, in an element of its own.
  const dated = date ?? takeDateOf(part);
  const album = createAlbum();
  const body = readTree(
    { type: 'root', children: [part] },
    { address: url, album, notes, styles, ...pictureTaker(file, album, notes) },
  );
  if (body.children.length === 0) yield { source: name, reason: 'empty', params: {} };
  else
    yield {
      source: name,
      origin: { kind: 'html', id: url ?? sourceFingerprint(bytes), url },
      title,
      date: dated,
      body,
      pictures: album.files,
      addresses: url ? [url] : [],
      notes: [...album.notes, ...notes, ...tally.notes()],
    };
};

/** What old pages call the part that is the text, the surest first. */
const parts: ReadonlyArray<(element: Element) => boolean> = [
  ({ properties }) => String(properties.itemProp) === 'articleBody',
  ({ properties }) =>
    /(?:^|\s)(?:entry-content|post-content|article-body|news-detail|news-text|article__text|field--name-body)(?:\s|$)/u.test(
      classes(properties),
    ),
  ({ tagName }) => tagName === 'article',
  ({ tagName, properties }) =>
    tagName === 'main' || properties.role === 'main' || properties.id === 'content',
  ({ tagName }) => tagName === 'body',
];

function classes({ className }: Element['properties']): string {
  return Array.isArray(className) ? className.join(' ') : '';
}

/** The element that holds the text, without what stands around it: menus, sidebars, and the title said again. */
function textPart(page: Root, title: string | undefined, tally: Tally): Element {
  const whole: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: page.children.filter(
      (child): child is ElementContent => child.type === 'element' || child.type === 'text',
    ),
  };
  const found =
    parts.map((is) => first(page, is)).find((element) => element !== undefined) ?? whole;
  walk(found, (element, parent, index) => {
    const { tagName, properties } = element;
    const isAround =
      /^(?:nav|aside|footer)$/u.test(tagName) ||
      (tagName === 'header' && found.tagName === 'body') ||
      /^(?:navigation|banner|contentinfo|search|complementary)$/u.test(
        String(properties.role ?? ''),
      ) ||
      aroundNames.test(classes(properties)) ||
      (found.tagName === 'body' &&
        /^(?:header|footer|menu|sidebar|nav|top|bottom)(?:[-_]\w+)*$/iu.test(
          String(properties.id ?? ''),
        ));
    const isTitle = /^h[1-3]$/u.test(tagName) && visible(toString(element)).trim() === title;
    if (isAround && toString(element).trim() && tagName !== 'nav') tally.count('around-dropped');
    if (isAround || isTitle) parent.children[index] = { type: 'text', value: '' } as never;
    return !isAround;
  });
  return found;
}

/** What pages call what is no part of the text: buttons to share, paths, comments of readers. */
const aroundNames =
  /(?:^|\s|[-_])(?:share|social|breadcrumbs?|comments?|related|tags|pagination|menu|sidebar|cookie|print-?version|back-?link)(?:\s|$)/iu;

/** A date with its time, in an element of a class that says so; it is taken out of the text. */
function takeDateOf(part: Element): string | undefined {
  let found: string | undefined;
  walk(part, (element, parent, index) => {
    if (found || !/(?:^|[\s_-])(?:date|published|posted)/iu.test(classes(element.properties)))
      return;
    found = readWrittenDate(visible(toString(element)).trim());
    if (found) parent.children[index] = { type: 'text', value: '' } as never;
  });
  return found;
}

function first(page: Root, is: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  walk(page, (element) => {
    if (!found && is(element)) found = element;
    return !found;
  });
  return found;
}

function meta(page: Root, name: string): string | undefined {
  return attributeOf(
    page,
    'meta',
    'content',
    ({ properties }) => properties.property === name || properties.name === name,
  );
}

function attributeOf(
  page: Root,
  tagName: string,
  attribute: string,
  is: (element: Element) => boolean,
): string | undefined {
  const value = first(
    page,
    (element) =>
      element.tagName === tagName && Boolean(element.properties[attribute]) && is(element),
  )?.properties[attribute];
  return value === undefined ? undefined : visible(String(value)).trim() || undefined;
}

function textIn(
  page: Root,
  tagName: string,
  is: (element: Element) => boolean = () => true,
): string | undefined {
  const element = first(page, (one) => one.tagName === tagName && is(one));
  return (element && visible(toString(element)).trim()) || undefined;
}
