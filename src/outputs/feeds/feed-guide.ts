import type { Feed } from './feed.ts';
import { type Element, x } from '#outputs/xml.ts';

/**
 * What a browser shows of a feed in addition to its titles: a few XHTML elements, which feed readers skip as
 * foreign markup (RFC 4287, section 6; RSS 2.0, "Extending RSS"). Browsers no longer run XSLT, but they do follow
 * these links.
 */
export function guideElements({ guide, language, title }: Feed): Element[] {
  if (!guide) return [];
  const { dir, heading, text, link } = guide;
  return [
    x(
      'h:div',
      { 'xmlns:h': 'http://www.w3.org/1999/xhtml', 'xml:lang': language, lang: language, dir },
      [
        x('h:h1', title),
        x('h:h2', heading),
        x('h:p', text),
        x('h:a', { href: link.href }, link.text),
      ],
    ),
  ];
}
