import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { archivedMonths } from '#outputs/feeds/feed-archive.ts';
import type { FeedEntry } from '#outputs/feeds/feed-entry.ts';
import { addressHash, noticeAddress } from '#site/removed-address.ts';
import type { Scope } from '#site/urls.ts';
import { markdown, settingsWith, week } from '../../site/content.ts';
import { snapshotOf, now, smallSnapshot, special, writeGenerated } from '../snapshots.ts';
import { archiveFeed, scopeFeed } from '#outputs/feeds/feed.ts';

let content: string;
let snapshot: Snapshot;
beforeAll(async () => {
  content = await writeGenerated();
  snapshot = await snapshotOf(content);
});
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

const site: Scope = { type: 'site' };
const roads: Scope = { type: 'topics', id: 'roads' };
const feed = (locale = 'kk', scope: Scope = site, from = snapshot) =>
  scopeFeed(from, { locale, scope });
const name = (id: string, locale = 'kk') =>
  `tag:press.example.org,2026:${locale}/${id === special.gone ? nameOfGone(locale) : id}`;
/** A removed announcement has no name any more. */
const nameOfGone = (locale: string) => `removed/${addressHash(`/${locale}/news/${special.gone}/`)}`;
const entryOf = (
  id: string,
  locale = 'kk',
  scope: Scope = site,
  from = snapshot,
): FeedEntry | undefined =>
  feed(locale, scope, from).entries.find((entry) => entry.id === name(id, locale));
const iso = (moment: Date | undefined) => moment?.toISOString();

describe('what a feed holds', () => {
  test('the newest thirty, and what changed in the last thirty days', () => {
    const { entries } = feed();
    expect(entries).toHaveLength(30 + 3);
    expect(
      entries
        .filter(({ published }) => published < new Date('2026-09-20Z'))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([special.corrected, special.gone, special.takenBack].map((id) => name(id)).sort());
  });

  test('the last changed first', () => {
    const moments = feed().entries.map(({ updated }) => updated.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  });

  test('what was taken back is said, and no longer after thirty days', async () => {
    expect(entryOf(special.takenBack)).toBeDefined();
    expect(entryOf(special.takenBackLongAgo)).toBeUndefined();
    const later = await snapshotOf(content, '2026-10-26T00:00:00+05:00');
    expect(entryOf(special.takenBack, 'kk', site, later)).toBeUndefined();
    expect(entryOf(special.gone, 'kk', site, later)).toBeDefined();
  });

  test('in the feeds of its topics, too', () => {
    expect(
      [special.takenBack, special.gone, special.late].map(
        (id) => entryOf(id, 'ru', roads) !== undefined,
      ),
    ).toEqual([true, true, true]);
    expect(entryOf(special.corrected, 'ru', roads)).toBeUndefined();
  });

  test('only texts of its own language', () => {
    for (const locale of ['kk', 'ru'])
      expect(new Set(feed(locale).entries.map(({ language }) => language))).toEqual(
        new Set([locale]),
      );
  });

  test('the moments at which it will change by itself are on record', async () => {
    const asked: number[] = [];
    scopeFeed(
      {
        ...snapshot,
        reached: (moment) => (asked.push(moment.getTime()), snapshot.reached(moment)),
      },
      { locale: 'kk', scope: site },
    );
    expect(asked).toContain(new Date('2026-10-25T00:00:00+05:00').getTime());
  });
});

describe('an entry', () => {
  test('a translation comes out when it appears', () => {
    expect(iso(entryOf(special.late, 'ru')?.published)).toBe('2026-09-29T19:00:00.000Z');
    expect(entryOf(special.late, 'kk')).toBeUndefined();
  });

  test('a correction moves the update and nothing else', () => {
    const { published, updated } = entryOf(special.corrected)!;
    expect([iso(published), iso(updated)]).toEqual([
      '2026-07-01T19:00:00.000Z',
      '2026-09-19T19:00:00.000Z',
    ]);
  });

  test('a withdrawal is an update with a notice before the text', () => {
    const { updated, summary, content: html } = entryOf(special.takenBack, 'ru')!;
    expect(iso(updated)).toBe('2026-09-24T19:00:00.000Z');
    expect(summary).toBe('Сообщение отозвано: 25\u00A0сентября 2026\u00A0г. — Ошибка.');
    expect(html).toMatch(
      /^<p><strong>Сообщение отозвано: 25\u00A0сентября 2026\u00A0г\.<\/strong><\/p><p>Ошибка\.<\/p><p>Мәтін\.<\/p>/u,
    );
  });

  test('of what was removed nothing is left but the reason, not even its name', () => {
    expect(entryOf(special.gone, 'ru')).toEqual({
      id: name(special.gone, 'ru'),
      url: `https://press.example.org${noticeAddress('ru', '/ru/news/2026/gone/')}`,
      language: 'ru',
      alternates: [
        {
          language: 'kk',
          url: `https://press.example.org${noticeAddress('kk', '/kk/news/2026/gone/')}`,
        },
      ],
      title: 'Сообщение удалено',
      summary: 'Решение суда.',
      content: '',
      published: new Date('2026-07-03T00:00:00+05:00'),
      updated: new Date('2026-09-28T00:00:00+05:00'),
      categories: [],
      author: 'Пресс-служба Примерной области',
      cover: undefined,
      attachments: [],
    });
  });

  test('a new address keeps the first name', () => {
    const renamed = feed().entries.find(({ url }) => url.endsWith('/kk/news/2026/renamed/'));
    expect(renamed!.id).toBe(name('2026/first-name'));
  });

  test('its pictures and files', () => {
    const { cover, attachments } = entryOf(special.everything)!;
    expect(cover).toEqual({
      url: expect.stringMatching(
        /^https:\/\/press\.example\.org\/_images\/[0-9a-f]{20}-1200\.jpg$/u,
      ),
      type: 'image/jpeg',
      length: 1_000_000,
      title: 'Көше',
    });
    expect(attachments).toEqual([
      {
        url: 'https://press.example.org/kk/news/2026/everything/plan.csv',
        type: 'text/csv',
        length: 4,
        title: 'Жоспар',
      },
    ]);
  });

  test('all that a reader of the page sees, fit for other programs', () => {
    const html = entryOf(special.everything, 'ru')!.content;
    const seen = [
      'Исправлено: 2\u00A0октября 2026',
      'Кратко.',
      'Автор изображения: А. Омаров',
      '20\u00A0октября 2026\u00A0г., 10:00–\u206012:00 (UTC+5)',
      'Площадь Абая',
      'https://live.example.org/',
      '<th',
      'Атауы',
      'Починить улицу',
      'Выполнено',
      'Вторая картинка',
      'План',
      'CSV, 1 КБ',
      'Исправлена дата.',
      'Дороги',
      'Примерной области',
    ];
    for (const words of seen) expect(html).toContain(words);
    expect(html).not.toMatch(
      /<(?:script|style|picture|source|iframe|object)|\s(?:class|style|on\w+|srcset|sizes|loading|data-[\w-]+)=/u,
    );
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]+)"/gu))
      expect(address).toMatch(/^(?:https:\/\/|tel:|mailto:)/u);
  });
});

test('names outlive the address of the site', async () => {
  const moved = {
    'site.yaml': settingsWith(
      'url: http://new.example.org/press/\nfeedAuthority: press.example.org,2026',
    ),
  };
  const [before, after] = await Promise.all([smallSnapshot({}), smallSnapshot(moved)]);
  const ids = (from: Snapshot) => [
    feed('kk', site, from).id,
    ...feed('kk', site, from).entries.map(({ id }) => id),
  ];
  expect(ids(after)).toEqual(ids(before));
});

const old = (date: string) => markdown(['title: Старое', `date: ${date}`]);

test('an empty feed is as old as the first announcement of the site', async () => {
  const small = await smallSnapshot({ 'announcements/2025/old/index.ru.md': old('2025-03-04') });
  const { entries, updated } = feed('kk', { type: 'kinds', id: 'alert' }, small);
  expect([entries, iso(updated)]).toEqual([[], '2025-03-03T19:00:00.000Z']);
});

test('an empty feed of a site without announcements is as old as its build', async () => {
  const empty = await smallSnapshot({
    [`${week}/index.kk.md`]: undefined,
    [`${week}/index.ru.md`]: undefined,
  });
  expect(iso(feed('kk', site, empty).updated)).toBe('2026-02-01T07:00:00.000Z');
});

test('a feed may be older than 1970', async () => {
  const before = await smallSnapshot({
    [`${week}/index.kk.md`]: undefined,
    [`${week}/index.ru.md`]: undefined,
    'announcements/1949/old/index.ru.md': old('1949-06-01T12:00:00+00:00'),
  });
  expect(iso(feed('ru', site, before).updated)).toBe('1949-06-01T12:00:00.000Z');
});

describe('the archive', () => {
  const addressIn = (month: string, from: Snapshot) =>
    archivedMonths(from, 'kk').find((one) => one.month === month)?.address;

  test('every text is in the feed or in a month of the archive, under the id of the feed', () => {
    const months = archivedMonths(snapshot, 'kk');
    const feeds = months.map(({ month }) => archiveFeed(snapshot, { locale: 'kk', month }));
    expect(new Set(feeds.map(({ id }) => id))).toEqual(new Set([feed().id]));
    const ids = new Set(
      [...feed().entries, ...feeds.flatMap(({ entries }) => entries)].map(({ id }) => id),
    );
    expect(ids.size).toBe(307);
    expect(months.map(({ month, listed }) => [month, listed.length])).toEqual([
      ['2026-07', 4],
      ['2026-08', 1],
      ['2026-09', 290],
    ]);
  });

  test('a reader can walk from the feed to its beginning and back', () => {
    const documents = archivedMonths(snapshot, 'kk').map(({ month }) =>
      archiveFeed(snapshot, { locale: 'kk', month }),
    );
    const backwards = [feed(), ...documents.toReversed()];
    expect(backwards.map(({ history }) => history?.previous)).toEqual([
      ...documents.toReversed().map(({ self }) => self.atom),
      undefined,
    ]);
    expect(documents.map(({ history }) => history?.next)).toEqual([
      ...documents.slice(1).map(({ self }) => self.atom),
      undefined,
    ]);
    for (const { history } of documents)
      expect(history?.current).toBe('https://press.example.org/kk/atom.xml');
  });

  test('only the site’s own feed has one', () => expect(feed('kk', roads).history).toBeUndefined());

  test('a month gets another address when it changes, and only then', async () => {
    const later = await snapshotOf(content, '2026-11-20T12:00:00+05:00');
    expect(['2026-07', '2026-09'].map((month) => addressIn(month, later))).toEqual(
      ['2026-07', '2026-09'].map((month) => addressIn(month, snapshot)),
    );
    const before = await snapshotOf(content, '2026-09-24T12:00:00+05:00');
    expect(addressIn('2026-08', before)).not.toBe(addressIn('2026-08', snapshot));
  });

  test('a month whose texts are all in the feed needs none', () =>
    expect(addressIn('2026-10', snapshot)).toBeUndefined());
});

test('this site is as of a moment', () =>
  expect(iso(snapshot.now)).toBe(new Date(now).toISOString()));
