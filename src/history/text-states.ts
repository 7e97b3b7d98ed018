import type { Nodes } from 'hast';
import { parseHtml } from '#body/parse.ts';
import type { AnnouncementData } from '#schema/open-data.ts';
import type { Json } from '#site/canonical.ts';

/** The state of each published text, by `<id>/<locale>`. */
export type TextStates = ReadonlyMap<string, Json>;

/**
 * The states of the texts of an announcement, computed from its open data, so that anyone can compute the same. What
 * Jarshy derives from a text (markup, sizes of pictures) and the address of the site are left out, because they do not
 * change what the text says.
 */
export function textStates({
  id,
  kind,
  published,
  event,
  expires,
  withdrawn,
  texts,
}: AnnouncementData): [string, Json][] {
  return Object.entries(texts).map(
    ([
      locale,
      { url, html, updated: _, translatedFrom: __, cover, gallery, attachments, ...text },
    ]) => {
      const state = {
        ...{ kind, published, event, expires, withdrawn },
        ...text,
        addresses: addressesIn(html, url),
        cover: cover && pictureState(cover),
        gallery: gallery.map(pictureState),
        attachments: attachments.map(({ url: file, title, bytes }) => ({
          name: file.slice(file.lastIndexOf('/') + 1),
          title,
          bytes,
        })),
      };
      return [`${id}/${locale}`, asPublished(state)];
    },
  );
}

/**
 * Drops undefined values and replaces lone surrogates, as in the published JSON. Writing and parsing the JSON gives the
 * same, but takes four times as long.
 */
function asPublished(value: unknown): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Array.isArray(value)) return value.map(asPublished);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, asPublished(part)]),
  );
}

/** Identifies a picture by the hash of its original, which is the first part of the name of each of its files. */
function pictureState({
  url,
  alt,
  caption,
  credit,
}: {
  readonly url: string;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}) {
  return { picture: withoutSize(url), alt, caption, credit };
}

/** The addresses of links and pictures of a text, in order, without the address of the page and of the site. */
function addressesIn(html: string, page: string): string[] {
  // Skip parsing when there are no links or pictures: it takes longer than everything else, and most texts have none.
  if (!/href|src/iu.test(html)) return [];
  const found: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'element')
      for (const name of ['href', 'src'])
        if (typeof node.properties[name] === 'string') found.push(node.properties[name]);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parseHtml(html));
  return found.map((address) =>
    address.startsWith(page)
      ? `./${address.slice(page.length)}`
      : address.includes('/_images/')
        ? withoutSize(address)
        : address,
  );
}

function withoutSize(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).replace(/-\d+\.\w+$/u, '');
}
