import type { Nodes } from 'hast';
import { parseHtml } from '#body/parse.ts';
import type { AnnouncementData } from '#schema/open-data.ts';
import type { Json } from '#site/canonical.ts';

/** Each published text by `<id>/<locale>`, and what it says. */
export type TextStates = ReadonlyMap<string, Json>;

/**
 * What the texts of an announcement say, from its open data: so everybody can work out the same. Left out is what the
 * program makes of a text (markup, sizes of pictures) and where the site lies, for neither changes what is said.
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

/** Without what is undefined, and whole characters only: as the published JSON has it. It is not written and read again, which takes four times as long. */
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

/** A picture by the digest of its original, which is the first part of the name of each of its files. */
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

/** Where the text leads and what it shows, in order; its own address and that of the site left out. */
function addressesIn(html: string, page: string): string[] {
  // To read it takes longer than all the rest, and most texts lead nowhere.
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
