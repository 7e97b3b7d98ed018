import { getRssString } from '@astrojs/rss';
import { absolute, urls } from '#site/urls.ts';
import type { Feed } from './feed.ts';
import { writeXmlFragment, x, xmlSafe } from './xml.ts';

/** A feed as RSS 2.0, with what @astrojs/rss leaves to its caller: the feed's own address, language and last change. */
export function writeRss({ title, description, language, page, scope, site, updated, entries }: Feed): Promise<string> {
  return getRssString({
    title: xmlSafe(title),
    description: xmlSafe(description),
    site: page,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: writeXmlFragment([
      x('language', language),
      ...(updated ? [x('lastBuildDate', updated.toUTCString())] : []),
      x('generator', 'Jarshy'),
      x('atom:link', { rel: 'self', type: 'application/rss+xml', href: absolute(site, urls.feed(language, scope, 'rss')) }),
    ]),
    items: entries.map((entry) => ({
      title: xmlSafe(entry.title),
      // Also the guid: @astrojs/rss writes it as a permalink.
      link: entry.url,
      description: xmlSafe(entry.summary),
      content: xmlSafe(entry.content),
      pubDate: entry.published,
      categories: entry.categories.map(xmlSafe),
      customData: writeXmlFragment([x('dc:creator', xmlSafe(entry.author)), x('dc:language', language), x('atom:updated', entry.updated.toISOString())]),
    })),
  });
}
