import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { writeAtom } from '#outputs/feeds/atom.ts';
import { archivedMonths } from '#outputs/feeds/feed-archive.ts';
import type { Feed } from '#outputs/feeds/feed.ts';
import { feedFormats } from '#site/urls.ts';
import { inRussian, markdown, settingsWith, week } from '../site/content.ts';
import { changed, snapshotOf, smallSnapshot, special, writeGenerated } from './snapshots.ts';
import { archiveFeed, scopeFeed } from '#outputs/feeds/feed.ts';
import { expected, jsonFeedFaults, readers, writers, xmlFaults } from './read-feeds.ts';

let content: string;
let snapshot: Snapshot;
/** Every language × scope. */
let feeds: Feed[];
let archive: Feed[];
beforeAll(async () => {
  content = await writeGenerated();
  snapshot = await snapshotOf(content);
  feeds = feedsOf(snapshot);
  archive = archiveOf(snapshot);
});
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

const locales = ['kk', 'ru'];
const feedsOf = (from: Snapshot) =>
  locales.flatMap((locale) =>
    allScopes(from.model).map((scope) => scopeFeed(from, { locale, scope })),
  );
const archiveOf = (from: Snapshot) =>
  locales.flatMap((locale) =>
    archivedMonths(from, locale).map(({ month }) => archiveFeed(from, { locale, month })),
  );

test('there is a feed for every language and scope', () =>
  expect(feeds).toHaveLength(2 * (1 + 8 + 10 + 6 + 5)));

test.each(feedFormats)(
  'a program that has never heard of us reads from %s what was meant',
  async (format) => {
    for (const feed of [...feeds, ...(format === 'atom' ? archive : [])])
      expect(readers[format](await writers[format](feed))).toEqual(expected(feed, format));
  },
);

test('every Atom document keeps the grammar of RFC 4287', async () =>
  expect(await xmlFaults([...feeds, ...archive].map(writeAtom), 'atom')).toEqual([]));
test('a broken one does not', async () => {
  const [document] = feeds.map(writeAtom);
  expect(
    await xmlFaults([document!.replace(/<updated>[^<]*<\/updated>/u, '')], 'atom'),
  ).toContainEqual(expect.stringContaining('Expecting an element updated'));
});
test('every RSS document is XML', async () =>
  expect(await xmlFaults(await Promise.all(feeds.map(writers.rss)))).toEqual([]));
test('every JSON Feed keeps its schema', () =>
  expect(feeds.flatMap((feed) => jsonFeedFaults(writers.json(feed)))).toEqual([]));

describe('Atom', () => {
  test('an archive says that it is one, where its neighbours are and what it belongs to', () => {
    const document = writeAtom(archive[1]!);
    expect(document).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(document).toContain('<fh:archive />');
    for (const rel of ['current', 'prev-archive', 'next-archive'])
      expect(document).toContain(
        `<link rel="${rel}" type="application/atom+xml" href="https://press.example.org/kk/atom`,
      );
    expect(document).not.toContain('xml-stylesheet');
  });

  test('it names the other language of the feed and of each entry', () => {
    expect(writeAtom(feeds[0]!)).toContain(
      '<link rel="alternate" type="text/html" hreflang="ru" href="https://press.example.org/ru/" />',
    );
    expect(writeAtom(feeds[0]!)).toContain(
      'hreflang="ru" href="https://press.example.org/ru/news/2026/everything/" />',
    );
  });
});

describe('a hub', () => {
  test.each([
    ['atom', '<link rel="hub" href="https://hub.example.org/?a=1&#x26;b" />'],
    ['rss', '<atom:link rel="hub" href="https://hub.example.org/?a=1&amp;b"'],
    ['json', '"hubs":[{"type":"WebSub","url":"https://hub.example.org/?a=1&b"}]'],
  ] as const)('%s', async (format, link) => {
    const feed = scopeFeed(
      await smallSnapshot({ 'site.yaml': settingsWith('hub: https://hub.example.org/?a=1&b') }),
      { locale: 'kk', scope: { type: 'site' } },
    );
    expect(await writers[format](feed)).toContain(link);
  });
  test('is not named where there is none', async () => {
    for (const format of feedFormats) expect(await writers[format](feeds[0]!)).not.toContain('hub');
  });
});

describe('the summary', () => {
  test('is HTML in RSS, and a text elsewhere', async () => {
    const feed = scopeFeed(await smallSnapshot(inRussian("summary: 'a < b & c, <b>d</b> &amp;'")), {
      locale: 'ru',
      scope: { type: 'site' },
    });
    // Escaped as HTML, and then as XML.
    expect(await writers.rss(feed)).toContain(
      '<description>a &amp;lt; b &amp;amp; c, &amp;lt;b&amp;gt;d&amp;lt;/b&amp;gt; &amp;amp;amp;</description>',
    );
    expect(writers.json(feed)).toContain('"summary":"a < b & c, <b>d</b> &amp;"');
    expect(writers.atom(feed)).toContain(
      '<summary>a &#x3C; b &#x26; c, &#x3C;b>d&#x3C;/b> &#x26;amp;</summary>',
    );
  });

  test('is left out where a text has none', async () => {
    const feed = scopeFeed(
      await smallSnapshot({
        [`${week}/index.ru.md`]: markdown(
          ['title: Снимок', 'date: 2026-01-22'],
          '## Только заголовок\n',
        ),
      }),
      { locale: 'ru', scope: { type: 'site' } },
    );
    expect(feed.entries.map(({ summary }) => summary)).toEqual(['']);
    expect(writers.json(feed)).not.toContain('"summary"');
    expect(writers.atom(feed)).not.toContain('<summary');
    expect((await writers.rss(feed)).match(/<description/gu)).toHaveLength(1);
  });
});

describe('in a browser', () => {
  test.each(['atom', 'rss'] as const)(
    '%s brings a style sheet and an explanation in its language',
    async (format) => {
      const document = await writers[format](feeds.find(({ language }) => language === 'ru')!);
      expect(document).toMatch(
        /^<\?xml[^>]*\?>\s*<\?xml-stylesheet [^>]*href="\/feed\.css"[^>]*\?>/u,
      );
      expect(document).toContain(
        '<h:div xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="ru" lang="ru" dir="ltr"><h:h1>Пресс-служба Примерной области</h:h1><h:h2>Эта страница — лента</h:h2>',
      );
      expect(document).toContain(
        '<h:a href="https://press.example.org/ru/subscribe/">Как подписаться</h:a>',
      );
    },
  );
});

test('to edit one announcement changes its own entries and no other', async () => {
  const file = `announcements/${special.corrected}/index.ru.md`;
  const edited = await snapshotOf(
    changed(content, {
      [file]: `---\ntitle: Другой заголовок\ncorrections: [{ note: Исправлено. }]\n---\nДругой текст.\n`,
    }),
  );
  const byId = (all: readonly Feed[]) =>
    new Map(all.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])));
  const [before, after] = [
    [...feeds, ...archive],
    [...feedsOf(edited), ...archiveOf(edited)],
  ].map(byId);
  const different = [...before!]
    .filter(([id, entry]) => JSON.stringify(entry) !== JSON.stringify(after!.get(id)))
    .map(([id]) => id);
  expect(different).toEqual([`tag:press.example.org,2026:ru/${special.corrected}`]);
  expect([...after!.keys()].sort()).toEqual([...before!.keys()].sort());
  // Documents that do not hold it are the same bytes; of the others, the archive of its month moves to another address.
  const documents = (from: Snapshot) =>
    new Map(
      [...feedsOf(from), ...archiveOf(from)].map((feed) => [feed.self.atom, writeAtom(feed)]),
    );
  const [then, now] = [documents(snapshot), documents(edited)];
  const changedDocuments = [...now]
    .filter(([address, document]) => then.get(address) !== document)
    .map(([address]) =>
      address.replace('https://press.example.org', '').replace(/-[0-9a-f]{12}/u, '-…'),
    );
  // The neighbour of that month (August) links to it; its own entries, and so its address, are as they were.
  expect(changedDocuments.sort()).toEqual([
    '/ru/atom.xml',
    '/ru/atom/2026-07-….xml',
    '/ru/atom/2026-08-….xml',
    '/ru/kinds/news/atom.xml',
  ]);
});
