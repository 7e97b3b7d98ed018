import { getRssString } from '@astrojs/rss';
import { feedTypes } from '#site/urls.ts';
import { guideElements } from './feed-guide.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { Feed } from './feed.ts';
import { writeXmlFragment, x, xmlSafe } from '#outputs/xml.ts';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
};

/**
 * @astrojs/rss declares this namespace only if an entry has content. But it also writes the element for a removed
 *   entry, which has none.
 */
const ofContent = { content: 'http://purl.org/rss/1.0/modules/content/' };

/**
 * Writes a feed as RSS 2.0 (rssboard.org). Adds what @astrojs/rss leaves to its caller: the feed's own address,
 * language and last change.
 */
export function writeRss(feed: Feed): Promise<string> {
  const { title, description, language, page, self, updated, hub, guide, entries } = feed;
  return getRssString({
    title: xmlSafe(title),
    description: xmlSafe(description),
    site: page,
    trailingSlash: true,
    ...(guide && { stylesheet: guide.style }),
    xmlns: { ...namespaces, ...(entries.every(({ content }) => content === '') && ofContent) },
    customData: writeXmlFragment([
      x('language', language),
      ...(entries.length > 0 ? [x('lastBuildDate', updated.toUTCString())] : []),
      x('generator', 'Jarshy'),
      x('atom:link', { rel: 'self', type: feedTypes.rss, href: self.rss }),
      ...(hub ? [x('atom:link', { rel: 'hub', href: hub })] : []),
      ...guideElements(feed),
    ]),
    items: entries.map(item),
  });
}

function item(entry: FeedEntry) {
  const {
    id,
    url,
    language,
    alternates,
    title,
    summary,
    content,
    published,
    updated,
    categories,
    author,
    cover,
  } = entry;
  return {
    title: xmlSafe(title),
    link: url,
    description: asHtml(xmlSafe(summary)),
    content: xmlSafe(content),
    pubDate: published,
    categories: categories.map(({ label }) => xmlSafe(label)),
    ...(cover && { enclosure: { url: cover.url, length: cover.length, type: cover.type } }),
    customData: writeXmlFragment([
      // Replaces the permalink that @astrojs/rss makes from the address: see `site/ids.ts`.
      x('guid', { isPermaLink: 'false' }, id),
      // A name is allowed here; `author` would require an e-mail address.
      x('dc:creator', author),
      x('dc:language', language),
      x('atom:updated', updated.toISOString()),
      ...alternates.map(({ language: other, url: href }) =>
        x('atom:link', { rel: 'alternate', type: 'text/html', hreflang: other, href }),
      ),
    ]),
  };
}

/** Escapes plain text, because the description of an item is HTML (rssboard.org/rss-profile, element `description`). */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
