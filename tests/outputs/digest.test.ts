import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { weeksOf } from '#snapshot/weeks-of-news.ts';
import { makeDigestFeed } from '#outputs/feeds/digest-feed.ts';
import { writeDigestMail } from '#outputs/share/digest-mail.ts';
import { feedFormats } from '#site/urls.ts';
import { type Content, markdown } from '../site/content.ts';
import { smallSnapshot } from './snapshots.ts';
import { readers, writers, xmlFaults } from './read-feeds.ts';

/** An announcement in both languages; the Russian text may come out later. */
function written(slug: string, date: string, russian: readonly string[] = []): Content {
  const folder = `announcements/2026/${slug}`;
  return {
    [`${folder}/index.kk.md`]: markdown([`title: Қазақша ${slug}`, `date: ${date}`]),
    [`${folder}/index.ru.md`]: markdown([`title: По-русски ${slug}`, ...russian]),
  };
}

const content: Content = {
  // Monday, 5 January 2026, begins the second week; Almaty is five hours ahead of UTC.
  ...written('sunday-evening', '2026-01-04T23:59:00+05:00'),
  ...written('monday', '2026-01-05', ['appeared: 2026-01-14']),
  ...written('this-week', '2026-01-19'),
  ...written('taken-back', '2026-01-06', ['withdrawnReason: Ошибка.']),
  'announcements/2026/taken-back/index.kk.md': markdown([
    'title: Қате',
    'date: 2026-01-06',
    'withdrawnOn: 2026-01-07',
    'withdrawnReason: Қате.',
  ]),
};
const on = (moment: string) => smallSnapshot(content, moment);
const names = async (moment: string, locale: string) =>
  weeksOf(await on(moment), locale).map(({ name, announcements }) => [
    name,
    announcements.map(({ slug }) => slug),
  ]);

describe('the weeks of a language', () => {
  test('from Monday to Sunday in the zone of the site, by when each text came out; without what was withdrawn', async () => {
    expect((await names('2026-01-20T00:00:00+05:00', 'kk')).slice(0, 2)).toEqual([
      ['2026-W02', ['monday']],
      ['2026-W01', ['sunday-evening']],
    ]);
    expect((await names('2026-01-20T00:00:00+05:00', 'ru')).slice(0, 2)).toEqual([
      ['2026-W03', ['monday']],
      ['2026-W01', ['sunday-evening']],
    ]);
  });

  test('a week that is not over has no digest; the moment at which it will be is on record', async () => {
    expect((await names('2026-01-25T23:59:59+05:00', 'kk'))[0]![0]).toBe('2026-W02');
    expect((await names('2026-01-26T00:00:00+05:00', 'kk'))[0]).toEqual([
      '2026-W04',
      ['road-week', 'this-week'],
    ]);
  });
});

test('their feed: an entry a week, each with an id that never changes', async () => {
  const snapshot = await on('2026-01-27T00:00:00+05:00');
  const feed = makeDigestFeed(snapshot, 'ru');
  expect(
    feed.entries
      .slice(0, 2)
      .map(({ id, url, published, alternates }) => [
        id,
        url,
        published.toISOString(),
        alternates.length,
      ]),
  ).toEqual([
    [
      'tag:press.example.org,2026:ru/weeks/2026-W04',
      'https://press.example.org/ru/weeks/2026-w04/',
      '2026-01-25T19:00:00.000Z',
      1,
    ],
    // That week brought something in Russian only.
    [
      'tag:press.example.org,2026:ru/weeks/2026-W03',
      'https://press.example.org/ru/weeks/2026-w03/',
      '2026-01-18T19:00:00.000Z',
      0,
    ],
  ]);
  expect(feed.entries[1]!.title).toBe('Обзор недели: 12–\u206018\u00A0января 2026\u00A0г.');
  expect(feed.entries[1]!.content).toContain(
    '<a href="https://press.example.org/ru/news/2026/monday/">По-русски monday</a>',
  );
  expect(await xmlFaults([writers.atom(feed)], 'atom')).toEqual([]);
  for (const format of feedFormats) {
    expect(
      readers[format](await writers[format](feed)).entries.map(({ id, title }) => [id, title]),
    ).toEqual(feed.entries.map(({ id, title }) => [id, title]));
  }
});

describe('the digest as an e-mail', () => {
  const mail = async () => {
    const snapshot = await on('2026-01-27T00:00:00+05:00');
    return writeDigestMail(snapshot, 'kk', weeksOf(snapshot, 'kk')[0]!, 'press@example.org');
  };

  test('a mail program reads the same week in text and HTML, with a sender and no receiver', async () => {
    const { from, to, subject, date, messageId, text, html, headers } = await PostalMime.parse(
      await mail(),
    );
    expect([from?.address, to, subject, date, messageId]).toEqual([
      'press@example.org',
      undefined,
      'Апталық шолу: 2026\u00A0жылғы 19–\u206025\u00A0қаңтар',
      '2026-01-25T19:00:00.000Z',
      '<weeks-2026-W04-kk@press.example.org>',
    ]);
    expect(headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    for (const part of [text, html]) expect(part).toContain('Қазақша this-week');
    expect(text).toContain('https://press.example.org/kk/news/2026/this-week/\n');
  });

  test('lines end in CRLF and have 998 octets at most (RFC 5322); two builds give the same bytes', async () => {
    const bytes = await mail();
    expect(
      bytes
        .toString('latin1')
        .split('\r\n')
        .filter((line) => line.length > 998 || line.includes('\n')),
    ).toEqual([]);
    expect(bytes.equals(await mail())).toBe(true);
  });
});
