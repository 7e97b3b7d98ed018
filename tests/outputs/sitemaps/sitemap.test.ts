import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { indexNowKey } from '#outputs/sitemaps/index-now-key.ts';
import { writeNewsSitemap } from '#outputs/sitemaps/news-sitemap.ts';
import { writeRobots } from '#outputs/sitemaps/robots.ts';
import { sitemapParts, writeSitemap, writeSitemapIndex } from '#outputs/sitemaps/sitemap.ts';
import { inKazakh, inRussian, markdown, settingsWith } from '../../site/content.ts';
import { smallSnapshot } from '../snapshots.ts';
import { xmlFaults } from '../read-feeds.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await smallSnapshot({
    ...inRussian('corrections: [{ date: 2026-01-25, note: Исправлено. }]'),
    ...inKazakh('corrections: [{ note: Түзетілді. }]'),
    'announcements/2025/old/index.ru.md': markdown(['title: Старое', 'date: 2025-05-01']),
    'announcements/2026/gone/index.ru.md': markdown([
      'title: Отозвано',
      'date: 2026-01-31',
      'withdrawnOn: 2026-02-01',
      'withdrawnReason: Ошибка.',
    ]),
    'announcements/2026/fresh/index.ru.md': markdown([
      'title: Свежее & <новое>',
      'date: 2026-01-30T13:00:00+05:00',
    ]),
    'announcements/2026/stale/index.ru.md': markdown([
      'title: Вчерашнее',
      'date: 2026-01-30T12:00:00+05:00',
    ]),
    'announcements/2026/translated/index.ru.md': markdown([
      'title: Перевод',
      'date: 2025-12-31T23:00:00Z',
      'appeared: 2026-01-31',
    ]),
  });
});

const part = (name: string) =>
  writeSitemap({
    ...snapshot.model.site,
    entries: sitemapParts(snapshot).find((one) => one.name === name)!.entries,
  });
const locs = (document: string) =>
  [...document.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, loc]) =>
    loc!.replace('https://press.example.org', ''),
  );

test('the index names a part for each year and one for the rest, each with its last change', () => {
  const index = writeSitemapIndex(snapshot);
  expect(locs(index)).toEqual(['/sitemap-pages.xml', '/sitemap-2026.xml', '/sitemap-2025.xml']);
  expect(index).toContain('/sitemap-2026.xml</loc><lastmod>2026-01-30T19:00:00.000Z</lastmod>');
  expect(index).toContain('/sitemap-2025.xml</loc><lastmod>2025-04-30T19:00:00.000Z</lastmod>');
});

test('a part names its announcements in all their languages, without the withdrawn', () => {
  expect(locs(part('2025'))).toEqual(['/ru/news/2025/old/']);
  expect(locs(part('2026')).filter((path) => path.includes('gone'))).toEqual([]);
  expect(part('2026')).toContain(
    '<loc>https://press.example.org/kk/news/2026/road-week/</loc><lastmod>2026-01-24T19:00:00.000Z</lastmod><xhtml:link rel="alternate" hreflang="kk" href="https://press.example.org/kk/news/2026/road-week/" /><xhtml:link rel="alternate" hreflang="ru"',
  );
});

test('the rest: lists, standing pages and the page of languages', () =>
  expect(locs(part('pages'))).toEqual(
    expect.arrayContaining(['/', '/kk/', '/ru/archive/', '/kk/topics/safety/', '/ru/subscribe/']),
  ));

describe('news', () => {
  test('what came out in the last two days, by its own language', () => {
    const news = writeNewsSitemap(snapshot);
    expect(locs(news)).toEqual(['/ru/news/2026/translated/', '/ru/news/2026/fresh/']);
    expect(news).toContain(
      '<news:publication><news:name>Сайт</news:name><news:language>ru</news:language></news:publication><news:publication_date>2026-01-30T13:00:00+05:00</news:publication_date><news:title>Свежее &#x26; &#x3C;новое></news:title>',
    );
  });

  test('the moment at which one grows old is on record', () => {
    const asked: number[] = [];
    writeNewsSitemap({
      ...snapshot,
      reached: (moment) => (asked.push(moment.getTime()), snapshot.reached(moment)),
    });
    expect(asked).toContain(new Date('2026-02-01T13:00:00+05:00').getTime());
  });

  test('a thousand at most', () => {
    const [one] = snapshot.model.announcements.filter(({ slug }) => slug === 'fresh');
    const many = Array.from({ length: 1001 }, (_, index) => ({
      ...one!,
      id: `2026/fresh-${index}` as const,
    }));
    expect(
      locs(writeNewsSitemap({ ...snapshot, model: { ...snapshot.model, announcements: many } })),
    ).toHaveLength(1000);
  });

  test('none is fine', async () => {
    const quiet = await smallSnapshot({});
    expect(locs(writeNewsSitemap(quiet))).toEqual([]);
    expect(
      await xmlFaults([
        writeNewsSitemap(quiet),
        writeNewsSitemap(snapshot),
        writeSitemapIndex(snapshot),
        part('2026'),
      ]),
    ).toEqual([]);
  });
});

test('robots are told of both', () => {
  expect(writeRobots(snapshot)).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://press.example.org/sitemap.xml\nSitemap: https://press.example.org/news-sitemap.xml\n',
  );
});

describe('a preview', () => {
  test('tells robots nothing', () => {
    const preview = { ...snapshot, preview: true };
    expect([
      locs(writeNewsSitemap(preview)),
      sitemapParts(preview).flatMap(({ entries }) => entries),
      indexNowKey(preview),
    ]).toEqual([[], [], undefined]);
  });
});

test('the IndexNow key is a file of its own', async () => {
  const keyed = await smallSnapshot({ 'site.yaml': settingsWith('indexNowKey: 0a1b2c3d4e5f') });
  expect(indexNowKey(keyed)).toBe('0a1b2c3d4e5f');
  expect(indexNowKey(snapshot)).toBeUndefined();
});
