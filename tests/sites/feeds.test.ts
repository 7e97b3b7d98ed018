import { describe, expect, test } from 'vitest';
import { readPage } from './page.ts';
import { builtSite, type Site } from './site.ts';
import { readXml } from './xml.ts';

/** The page from whose address an id was made: the entry's own page, or its first address, which redirects there. */
const namedAfter = (site: Site, origin: string, id: string) => {
  const [, host, year, slug] = /^tag:([^,]+),2026:[a-z]{2}\/(\d{4})\/([a-z0-9-]+)$/u.exec(id)!;
  expect(host).toBe(new URL(origin).hostname);
  const page = site.files.find((file) => file.endsWith(`/news/${year}/${slug}/index.html`))!;
  return site
    .page(page.replace('index.html', ''))
    .one('link', { rel: 'canonical' })
    .attributes.href!.replace(/\/[a-z]{2}\/news\//u, '/*/news/');
};

/** The feeds of announcements. The feeds of weeks are tested where they are made. */
const feedsOf = (site: Site) =>
  site.files.filter((file) => file.endsWith('/rss.xml') && !file.includes('/weeks/'));
const feedAt = (site: Site, file: string) => {
  const channel = readXml(site.text(file)).all('channel')[0]!;
  return { channel, items: channel.all('item') };
};

describe.each([
  ['mixed', 'https://press.example.org'],
  ['base-path', 'https://example.org/press'],
  ['right-to-left', 'https://museum.example.org'],
  ['three-languages', 'https://park.example.org'],
  ['one-language', 'https://news.example.org'],
  ['shipped', 'https://press.example.org'],
] as const)('the feeds of %s', (name, origin) => {
  const site = builtSite(name);

  test('each language, topic, division, person and kind has one', () => {
    const scopes = site.files.filter((file) =>
      /^\/[a-z]{2}\/(?:(?:topics|divisions|people|kinds)\/[^/]+\/)?index\.html$/u.test(file),
    );
    expect(feedsOf(site)).toEqual(
      scopes.map((file) => file.replace('index.html', 'rss.xml')).sort(),
    );
  });

  test('each says what it is, where it is and in which language', () => {
    for (const file of feedsOf(site)) {
      const { channel } = feedAt(site, file);
      const page = file.replace('rss.xml', '');
      expect([
        channel.value('link'),
        channel.value('language'),
        channel.all('atom:link')[0]!.attributes,
      ]).toEqual([
        `${origin}${page}`,
        file.slice(1, 3),
        { rel: 'self', type: 'application/rss+xml', href: `${origin}${file}` },
      ]);
      expect(channel.value('title')).toContain(
        site.page(page).one('meta', { property: 'og:site_name' }).attributes.content,
      );
      expect(channel.value('description')).not.toBe('');
    }
  });

  test('every entry leads to its page, is named by it, and holds the text', () => {
    const items = feedsOf(site).flatMap((file) =>
      feedAt(site, file).items.map((item) => ({ file, item })),
    );
    expect(items.length).toBeGreaterThan(3);
    for (const { file, item } of items) {
      const link = item.value('link')!;
      const [guid] = item.all('guid');
      expect([namedAfter(site, origin, guid!.text), guid!.attributes['isPermaLink']]).toEqual([
        link.replace(/\/[a-z]{2}\/news\//u, '/*/news/'),
        'false',
      ]);
      const page = site.page(link.slice(origin.length));
      expect([page.lang, page.one('h1').text.replaceAll(/\s+/gu, ' ')]).toEqual([
        file.slice(1, 3),
        item.value('title'),
      ]);
      expect(new Date(item.value('pubDate')!).getTime()).not.toBeNaN();
      // The entry contains the last word of the page's own text.
      const words = page.one('div', { className: 'body' }).text.split(' ');
      expect(readPage(link, item.value('content:encoded')!).text, link).toContain(words.at(-1));
    }
  });

  test('what entries hold can be shown by any program: absolute addresses, nothing that runs, nothing that needs our styles', () => {
    for (const file of feedsOf(site)) {
      for (const item of feedAt(site, file).items) {
        const elements = readPage(file, item.value('content:encoded')!).all('*');
        const addresses = elements
          .flatMap(({ attributes }) => [attributes.href, attributes.src, attributes.poster])
          .filter((address) => address !== undefined);
        expect(
          addresses.filter(
            (address) =>
              !/^(?:https?:\/\/|mailto:|tel:)/u.test(String(address)) ||
              (String(address).startsWith(new URL(origin).origin) &&
                !String(address).startsWith(`${origin}/`)),
          ),
        ).toEqual([]);
        expect(
          elements
            .filter(({ name: tag }) =>
              ['script', 'style', 'iframe', 'picture', 'source', 'form'].includes(tag),
            )
            .map((each) => each.name),
        ).toEqual([]);
        expect(
          elements
            .flatMap(({ attributes }) => Object.keys(attributes))
            .filter(
              (key) =>
                /^on|^(?:className|style|tabIndex|srcSet)$/u.test(key) ||
                key.startsWith('dataAstro'),
            ),
        ).toEqual([]);
      }
    }
  });
});

describe('one feed, word by word', () => {
  const { channel, items } = feedAt(builtSite('mixed'), '/ru/rss.xml');

  test('newest first; a translation by when it came out itself', () => {
    expect(items.map((item) => item.value('link')!.split('/').at(-2))).toEqual([
      ...[
        'heat-warning',
        'school-year',
        'open-day',
        'later-in-russian',
        'road-repairs',
        'council-meeting',
        'frost-warning',
        'markup',
        'components',
        'first',
      ],
    ]);
    expect(
      items.find((item) => item.value('link')!.includes('later-in-russian'))!.value('pubDate'),
    ).toBe('Thu, 14 May 2026 19:00:00 GMT');
  });

  test('it last changed with its newest entry or correction', () =>
    expect(channel.value('lastBuildDate')).toBe('Wed, 27 May 2026 19:00:00 GMT'));

  test('an entry', () => {
    const item = items.find((each) => each.value('link')!.includes('road-repairs'))!;
    expect([
      item.value('description'),
      item.value('pubDate'),
      item.value('dc:creator'),
      item.value('dc:language'),
      item.value('atom:updated'),
    ]).toEqual([
      'Ремонт начнётся в июне.',
      'Sun, 10 May 2026 04:00:00 GMT',
      'Городской акимат',
      'ru',
      '2026-05-11T19:00:00.000Z',
    ]);
    expect(item.all('category').map(({ text }) => text)).toEqual([
      'Новости',
      'Дороги',
      'Управление дорожных работ',
      'Отдел мостов',
    ]);
    const content = readPage('entry', item.value('content:encoded')!);
    expect(content.all('img').map(({ attributes }) => attributes.alt)).toEqual([
      'Дорога во время ремонта',
      'Карта дороги',
      'Мост через реку',
    ]);
    expect(content.all('a').map(({ attributes }) => attributes.href)).toEqual([
      'https://press.example.org/ru/news/2026/road-repairs/plan.pdf',
      `https://press.example.org/ru/news/2026/road-repairs/${encodeURIComponent('кесте № 1.csv')}`,
      'https://press.example.org/ru/topics/roads/',
      'mailto:akimat@example.org',
      // The parts of the page around the text: files, people, divisions, topics, the contact, and the page itself.
      'https://press.example.org/ru/news/2026/road-repairs/plan.pdf',
      `https://press.example.org/ru/news/2026/road-repairs/${encodeURIComponent('кесте № 1.csv')}`,
      'https://press.example.org/ru/people/s-akhmetov/',
      'https://press.example.org/ru/divisions/road-works/',
      'https://press.example.org/ru/divisions/bridges/',
      'https://press.example.org/ru/topics/roads/',
      'https://press.example.org/ru/divisions/road-works/',
      'tel:+77273333333',
      'mailto:roads@example.org',
      'https://press.example.org/ru/news/2026/road-repairs/',
    ]);
  });

  test('words that look like markup stay words', () => {
    const item = items.find((each) => each.value('link')!.includes('markup'))!;
    expect([item.value('title'), item.value('description')]).toEqual([
      '</script><script>alert(1)</script> & «кавычки» <b>',
      // The description is HTML.
      '&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;',
    ]);
    expect(item.value('content:encoded')).toBe(
      '<p><strong>&#x3C;/title>&#x3C;img src=x onerror=alert(1)></strong></p><p>Текст <b>жирный</b></p>\n<p>]]> &#x26; <mark>метка</mark></p><p><a href="https://press.example.org/ru/news/2025/markup/">Издатель: Городской акимат</a></p>',
    );
  });

  test('a topic of which nothing has come out has an empty feed', () =>
    expect(feedAt(builtSite('mixed'), '/kk/topics/empty/rss.xml').items).toEqual([]));
});
