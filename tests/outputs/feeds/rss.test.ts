import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeFeed } from '#outputs/feeds/feed.ts';
import type { Feed } from '#outputs/feeds/feed.ts';
import { writeRss } from '#outputs/feeds/rss.ts';
import { snapshotOf, writeGenerated } from '../snapshots.ts';

let content: string;
let feed: Feed;
beforeAll(async () => {
  content = await writeGenerated();
  feed = scopeFeed(await snapshotOf(content), { locale: 'ru', scope: { type: 'site' } });
});
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

/** The prefixes that a document uses and does not declare. */
function undeclared(xml: string): string[] {
  const declared = [...xml.matchAll(/xmlns:(?<prefix>\w+)=/gu)].map(({ groups }) => groups!.prefix);
  const used = [...xml.matchAll(/<(?<prefix>\w+):/gu)].map(({ groups }) => groups!.prefix!);
  return [...new Set(used)].filter((prefix) => !declared.includes(prefix));
}

test.each<[string, (feed: Feed) => Feed['entries']]>([
  ['of all kinds of entry', ({ entries }) => entries],
  ['without entries', () => []],
  [
    'whose only entry was removed',
    ({ entries }) => entries.filter(({ id }) => id.includes('/removed/')),
  ],
])('a feed %s declares the prefixes that it uses', async (_, some) => {
  const entries = some(feed);
  const xml = await writeRss({ ...feed, entries });
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(new XMLParser().parse(xml)).toHaveProperty('rss.channel.title');
  expect(xml.match(/<item>/gu)?.length ?? 0).toBe(entries.length);
  expect(undeclared(xml)).toEqual([]);
});

test('a removed entry is empty', async () => {
  const entries = feed.entries.filter(({ id }) => id.includes('/removed/'));
  expect(entries).toHaveLength(1);
  expect(await writeRss({ ...feed, entries })).toContain('<content:encoded/>');
});
