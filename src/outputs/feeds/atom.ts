import { feedTypes } from '#site/urls.ts';
import { guideElements } from './feed-guide.ts';
import type { Alternate, FeedEntry, FeedFile } from './feed-entry.ts';
import type { Feed, History } from './feed.ts';
import { type Element, writeXml, x } from '#outputs/xml.ts';

const atom = 'http://www.w3.org/2005/Atom';
const history = 'http://purl.org/syndication/history/1.0';

/** Writes a feed as Atom 1.0 (RFC 4287). A feed with `history` is written as part of an archived feed (RFC 5005). */
export function writeAtom(feed: Feed): string {
  const {
    id,
    title,
    description,
    language,
    page,
    alternates,
    self,
    updated,
    publisher,
    hub,
    entries,
  } = feed;
  const root = x(
    'feed',
    { xmlns: atom, 'xmlns:fh': feed.history && history, 'xml:lang': language },
    [
      ...guideElements(feed),
      x('id', id),
      x('title', title),
      x('subtitle', description),
      x('updated', updated.toISOString()),
      // One author for all entries (section 4.2.1): the publisher is responsible for the content.
      x('author', [x('name', publisher.name), x('uri', publisher.url)]),
      x('generator', 'Jarshy'),
      x('link', { rel: 'self', type: feedTypes.atom, href: self.atom }),
      ...alternateLinks([{ language, url: page }, ...alternates]),
      ...(hub ? [x('link', { rel: 'hub', href: hub })] : []),
      ...(feed.history ? historyElements(feed.history) : []),
      ...entries.map(entryElement),
    ],
  );
  return writeXml(root, feed.guide?.style);
}

/**
 * Links to the rest of an archived feed, and the element that marks a document as one that does not change.
 * @see RFC 5005, section 4
 */
function historyElements({ current, previous, next }: History): Element[] {
  const link = (rel: string, href: string | undefined) =>
    href ? [x('link', { rel, type: feedTypes.atom, href })] : [];
  return [
    ...(current ? [x('fh:archive')] : []),
    ...link('current', current),
    ...link('prev-archive', previous),
    ...link('next-archive', next),
  ];
}

function entryElement(entry: FeedEntry): Element {
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
    cover,
    attachments,
  } = entry;
  return x('entry', { 'xml:lang': language }, [
    x('id', id),
    x('title', title),
    ...alternateLinks([{ language, url }, ...alternates]),
    ...[...(cover ? [cover] : []), ...attachments].map(enclosure),
    x('published', published.toISOString()),
    x('updated', updated.toISOString()),
    ...categories.map(({ term, label }) => x('category', { term, label })),
    ...(summary === '' ? [] : [x('summary', summary)]),
    x('content', { type: 'html' }, content),
  ]);
}

/** Several alternate links are allowed if their languages or types differ (section 4.1.1). */
function alternateLinks(pages: readonly Alternate[]): Element[] {
  return pages.map(({ language, url }) =>
    x('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
  );
}

function enclosure({ url, type, length, title }: FeedFile): Element {
  return x('link', { rel: 'enclosure', type, length: String(length), title, href: url });
}
