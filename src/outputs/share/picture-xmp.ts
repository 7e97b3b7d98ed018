import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import type { KitPicture } from './press-kit-pictures.ts';
import { type Element, writeXmlFragment, x } from '#outputs/xml.ts';
import { firstOf } from '#lang/lookup.ts';

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:photoshop': 'http://ns.adobe.com/photoshop/1.0/',
  'xmlns:Iptc4xmpCore': 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
};

/**
 * The metadata in a picture of an announcement, as XMP: title, caption, alternative text, author and source (IPTC
 * Photo Metadata Standard 2023.2, Core). Newsroom programs show them in these fields.
 */
export function pictureXmp(
  { model: { site } }: ContentSnapshot,
  { id, texts }: Announcement,
  { alts, captions, credit }: KitPicture,
): string {
  const first = firstOf(Object.keys(texts));
  const titles = new Map(Object.values(texts).map(({ locale, title }) => [locale, title]));
  const properties = [
    ...alternatives('dc:title', titles),
    ...alternatives('dc:description', captions.size > 0 ? captions : alts),
    ...alternatives('Iptc4xmpCore:AltTextAccessibility', alts),
    ...(credit
      ? [x('dc:creator', {}, x('rdf:Seq', {}, x('rdf:li', credit))), x('photoshop:Credit', credit)]
      : []),
    x('photoshop:Source', site.publisher.name[first]),
    x('dc:source', absolute(site, urls.announcement(first, id))),
  ];
  return writeXmlFragment([
    x(
      'x:xmpmeta',
      { 'xmlns:x': 'adobe:ns:meta/' },
      x('rdf:RDF', namespaces, x('rdf:Description', { 'rdf:about': '' }, properties)),
    ),
  ]);
}

/** A text in several languages. The first is the default (XMP, Part 1, 8.2.2.4). */
function alternatives(name: string, texts: ReadonlyMap<string, string>): Element[] {
  const all = [...texts];
  if (all.length === 0) return [];
  return [
    x(
      name,
      {},
      x(
        'rdf:Alt',
        {},
        [['x-default', firstOf(all)[1]] as const, ...all].map(([lang, text]) =>
          x('rdf:li', { 'xml:lang': lang }, text),
        ),
      ),
    ),
  ];
}
