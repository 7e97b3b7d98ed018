import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { addressHash, noticeAddress } from '#site/removed-address.ts';
import { builtSite, filesWith } from './site.ts';
import { readXml } from './xml.ts';

const site = builtSite('mixed');

describe('what is not public is in no byte of the site', () => {
  test('the search for a text finds it in pages, feeds and the search index, by words and by names', () => {
    expect(
      new Set(
        filesWith(site, 'бес тас').map((file) =>
          file.replace(/(?<=\/(?:fragment|atom)\/).*/u, '*'),
        ),
      ),
    ).toEqual(
      new Set([
        ...['/_search/kk/fragment/*', '/kk/news/2026/national-dress/index.html'],
        ...[
          '/kk/rss.xml',
          '/kk/atom.xml',
          '/kk/feed.json',
          '/kk/kinds/news/rss.xml',
          '/kk/kinds/news/atom.xml',
          '/kk/kinds/news/feed.json',
        ],
        ...['/api/announcements.csv', '/api/announcements/2026/national-dress.json'],
      ]),
    );
    expect(filesWith(site, 'film.kk.vtt')).toContain('/kk/news/2025/components/film.kk.vtt');
  });

  test.each([
    [
      'its moment has not come: title, text, cover, attachment, alias, the person it names',
      'needle-embargo',
    ],
    ['a draft, of one language or of all', 'needle-draft'],
    ['one language that appears later', 'needle-later'],
    ['removed: all but the reason', 'needle-removed'],
    ['what a camera has written into a picture', 'needle-exif'],
    ['the person who is named only by what is held', 'held-laureate'],
  ])('%s', (_, needle) => expect(filesWith(site, needle)).toEqual([]));

  test.each(['needle-submitted', 'needle-changed'])(
    'submitted and not approved, or changed after it: %s',
    (needle) => {
      const museum = builtSite('right-to-left');
      expect(filesWith(museum, 'lecture')).not.toEqual([]);
      expect(filesWith(museum, needle)).toEqual([]);
      // Who has approved what is not for readers.
      expect(filesWith(museum, 'needle-director')).toEqual([]);
    },
  );

  test('pictures of what is held or removed are not published in any size', async () => {
    const { readOriginal } = await import('#images/read-original.ts');
    const at = (path: string) =>
      new URL(`../fixtures/mixed/announcements/2026/${path}`, import.meta.url).pathname;
    const [shown, ...hidden] = await Promise.all(
      ['road-repairs/road.jpg', 'list/needle-removed.jpg', 'needle-embargo/needle-embargo.jpg'].map(
        async (path) => (await readOriginal(at(path))).digest,
      ),
    );
    expect(filesWith(site, shown!)).not.toEqual([]);
    for (const digest of hidden) expect(filesWith(site, digest)).toEqual([]);
  });

  test('no picture says where and by whom it was taken', async () => {
    const pictures = site.files.filter((file) => file.startsWith('/_images/'));
    expect(pictures.length).toBeGreaterThan(8);
    for (const file of pictures) {
      const { exif, xmp, iptc } = await sharp(site.bytes(file)).metadata();
      expect([file, exif, xmp, iptc]).toEqual([file, undefined, undefined, undefined]);
    }
  });

  test('the originals lie nowhere', () => {
    expect(
      site.files.filter((file) => /road\.jpg|bridge\.(?:jpg|png)|s-akhmetov\.jpg/u.test(file)),
    ).toEqual([]);
  });

  test('months in which nothing has come out have no page', () => {
    expect(site.files.filter((file) => /archive\/2026\/0[267]\//u.test(file))).toEqual([]);
  });
});

describe('withdrawn', () => {
  const page = site.page('/ru/news/2026/tender/');

  test('the text stays under a notice, closed to search engines', () => {
    expect(page.text).toContain('withdrawn-body-ru');
    expect(page.one('div', { className: 'notice-warning' }).text).toBe(
      'Сообщение отозвано: 1 марта 2026 г. В документах ошибка.',
    );
    expect(page.one('meta', { name: 'robots' }).attributes.content).toBe('noindex');
  });

  test('no page and no index leads to it; the archive, the data and the log, which are complete, say that it was withdrawn', () => {
    const leading = filesWith(site, '/news/2026/tender/').filter(
      (file) => !file.includes('/news/2026/tender/'),
    );
    expect(
      leading.filter(
        (file) =>
          !/^\/(?:api|(?:kk|ru)\/(?:atom|log))\//u.test(file) &&
          !file.startsWith('/api/announcements.'),
      ),
    ).toEqual([]);
    const archived = leading
      .filter((file) => file.includes('/atom/'))
      .map((file) =>
        readXml(site.text(file))
          .all('entry')
          .find((entry) => entry.value('id')!.endsWith('/tender'))!
          .value('summary'),
      );
    expect(archived).toEqual([
      expect.stringContaining('Құжаттарда қате бар.'),
      'Сообщение отозвано: 1\u00A0марта 2026\u00A0г. — В документах ошибка.',
    ]);
    expect(JSON.parse(site.text('/api/announcements/2026/tender.json'))).toMatchObject({
      withdrawn: '2026-03-01T00:00:00+05:00',
    });
  });
});

describe('removed', () => {
  test.each([
    ['kk', 'Мәтінде жеке деректер болған.'],
    ['ru', 'В тексте были личные данные.'],
  ])('a page with the reason only: %s', (lang, reason) => {
    const page = site.page(noticeAddress(lang, `/${lang}/news/2026/list/`));
    expect(page.one('main').text).toContain(reason);
    expect(page.one('meta', { name: 'robots' }).attributes.content).toBe('noindex');
    expect(page.all('img')).toEqual([]);
  });

  test.each(['news/2026/list', 'leaked-list'])('no file says the address %s', (address) => {
    expect(filesWith(site, address)).toEqual([]);
    expect(site.files.filter((file) => file.includes(address))).toEqual([]);
  });

  test('the 404 page knows the hashes of its addresses', () => {
    const beginnings = (lang: string) =>
      site.page('/404.html').one('section', { lang }).attributes.dataRemoved;
    expect(beginnings('kk')).toBe(addressHash('/kk/news/2026/list/').slice(0, 16));
    expect(beginnings('ru')).toBe(
      ['/ru/news/2026/list/', '/ru/leaked-list/']
        .map((it) => addressHash(it).slice(0, 16))
        .join(' '),
    );
  });

  test('the archive of the feed keeps an empty entry without its name, with the reason', () => {
    const archive = site.files.find((file) => file.startsWith('/ru/atom/2026-02'))!;
    const entry = readXml(site.text(archive))
      .all('entry')
      .find((each) => each.value('id')!.includes('/removed/'))!;
    expect([entry.value('summary'), entry.value('content')]).toEqual([
      'В тексте были личные данные.',
      '',
    ]);
  });
});

describe('what else readers are told of the state of a text', () => {
  test.each([
    [
      '/ru/news/2026/frost-warning/',
      'Сообщение больше не действует. Срок закончился: 14 января 2026 г.',
    ],
    ['/ru/news/2026/heat-warning/', 'Действует до: 5 июня 2026 г.'],
    ['/ru/news/2026/road-repairs/', 'Исправлено: 12 мая 2026 г.'],
    ['/ru/news/2026/road-repairs/', 'Исправлена дата окончания.'],
    ['/ru/news/2026/later-in-russian/', 'На русском языке — с 15 мая 2026 г.'],
    ['/ru/news/2026/later-in-russian/', 'Этот текст переведён автоматически.'],
    [
      '/ru/news/2026/council-meeting/',
      'Проверить мост Выполняется Отдел мостов Срок: 1 июля 2026 г.',
    ],
    ['/ru/news/2026/open-day/', '12 июня 2026 г., 10:00–\u206017:00 (UTC+5)'],
  ])('%s: %s', (address, sentence) => expect(site.page(address).text).toContain(sentence));

  test('warnings in force and pinned texts stand on top of the home page, what is over does not', () => {
    const home = site.page('/ru/');
    expect(
      home
        .one('section', { className: 'alerts' })
        .all('a')
        .map(({ text }) => text),
    ).toEqual(['Ожидается сильная жара']);
    expect(
      home
        .one('section', { className: 'pinned' })
        .all('h3')
        .map(({ text }) => text),
    ).toEqual(['День открытых дверей']);
  });
});
