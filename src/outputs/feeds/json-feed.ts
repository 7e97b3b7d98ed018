import type { FeedEntry, FeedFile } from './feed-entry.ts';
import type { Feed } from './feed.ts';
import { wellFormedJson } from '#outputs/data/json.ts';

/**
 * Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). Data that the format has no field for goes into our
 * own extension keys.
 */
export function writeJsonFeed(feed: Feed): string {
  const { id, title, description, language, page, alternates, self, publisher, hub, entries } =
    feed;
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language,
    home_page_url: page,
    feed_url: self.json,
    ...(feed.guide && { user_comment: feed.guide.text }),
    authors: [publisher],
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    _jarshy: { id, updated: feed.updated.toISOString(), alternates },
    items: entries.map(item),
  };
  return `${wellFormedJson(value)}\n`;
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
    attachments,
  } = entry;
  const files = [...(cover ? [cover] : []), ...attachments];
  return {
    id,
    url,
    language,
    title,
    ...(summary !== '' && { summary }),
    content_html: content,
    ...(cover && { image: cover.url }),
    date_published: published.toISOString(),
    date_modified: updated.toISOString(),
    authors: [{ name: author }],
    tags: categories.map(({ label }) => label),
    ...(files.length > 0 && { attachments: files.map(attachment) }),
    _jarshy: { alternates, categories },
  };
}

function attachment({ url, type, length, title }: FeedFile) {
  return { url, mime_type: type, title, size_in_bytes: length };
}
