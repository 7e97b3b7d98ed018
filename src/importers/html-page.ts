import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { parseHtml } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import { readMoment } from '#lang/time.ts';
import { createAlbum } from './album.ts';
import { decodeOld } from './decode.ts';
import { sourceFingerprint } from './source-fingerprint.ts';
import type { ImportNote, FormatReader } from './imported.ts';
import { readTree } from './old-html.ts';
import { pictureTaker } from './picture-taker.ts';
import { visible } from './tidy.ts';

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
  const title = meta(page, 'og:title') ?? textIn(page, 'h1') ?? textIn(page, 'title');
  const date = [
    meta(page, 'article:published_time'),
    meta(page, 'date'),
    attributeOf(page, 'time', 'dateTime', () => true),
  ].find((written) => written && readMoment(written.trim()));
  const album = createAlbum();
  const body = readTree(
    { type: 'root', children: [textPart(page, title)] },
    { address: url, album, notes, picture: pictureTaker(file, album, notes) },
  );
  if (body.children.length === 0) yield { source: name, reason: 'empty', params: {} };
  else
    yield {
      source: name,
      origin: { kind: 'html', id: url ?? sourceFingerprint(bytes), url },
      title,
      date: date?.trim(),
      body,
      pictures: album.files,
      addresses: url ? [url] : [],
      notes: [...album.notes, ...notes],
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
function textPart(page: Root, title: string | undefined): Element {
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
  walk(found, ({ tagName, properties }, parent, index) => {
    const around =
      /^(?:nav|aside|footer)$/u.test(tagName) ||
      (tagName === 'header' && found.tagName === 'body') ||
      /(?:^|\s)(?:share|social|breadcrumbs?|comments?|related|tags|pagination)(?:\s|$)/u.test(
        classes(properties),
      );
    const isTitle =
      tagName === 'h1' && visible(toString(parent.children[index] as Element)).trim() === title;
    if (around || isTitle) parent.children[index] = { type: 'text', value: '' } as never;
    return !around;
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

function textIn(page: Root, tagName: string): string | undefined {
  const element = first(page, (one) => one.tagName === tagName);
  return (element && visible(toString(element)).trim()) || undefined;
}
