import { earlySettings } from '#browser/early-settings.ts';
import { describe, expect, test } from 'vitest';
import type { SiteName } from './build-all.ts';
import type { Page } from './page.ts';
import { builtSite } from './site.ts';

const origins = {
  'base-path': 'https://example.org/press',
  mixed: 'https://press.example.org',
  'one-language': 'https://news.example.org',
  'right-to-left': 'https://museum.example.org',
  'three-languages': 'https://park.example.org',
  shipped: 'https://press.example.org',
} as const satisfies Record<SiteName, string>;

const canonical = (page: Page) => page.one('link', { rel: 'canonical' }).attributes.href;
const property = (page: Page, name: string) =>
  page.one('meta', { property: name }).attributes.content;

describe.each(Object.entries(origins) as Array<[SiteName, string]>)('%s', (name, origin) => {
  const site = builtSite(name);
  const pages = site.pages.filter(({ address }) => address !== '/404.html');

  test('every page gives its own address as the canonical one', () => {
    for (const page of pages) expect(canonical(page)).toBe(`${origin}${page.address}`);
  });

  test('the page of nothing has none, and is closed to search engines', () => {
    expect(site.page('/404.html').all('link', { rel: 'canonical' })).toEqual([]);
    expect(site.page('/404.html').one('meta', { name: 'robots' }).attributes.content).toBe(
      'noindex',
    );
  });

  test('every page has a title, a description, one main part, one first heading, and a way over the header', () => {
    for (const page of pages.filter(({ address }) => address !== '/')) {
      expect(page.one('title').text, page.address).not.toBe('');
      expect(page.one('meta', { name: 'description' }).attributes.content, page.address).toEqual(
        expect.stringMatching(/\S/u),
      );
      expect(page.one('h1').text, page.address).not.toBe('');
      expect(
        [page.one('main').attributes.id, page.one('a', { className: 'skip' }).attributes.href],
        page.address,
      ).toEqual(['main', '#main']);
    }
  });

  test('what it tells other sites agrees', () => {
    for (const page of pages.filter(({ address }) => address !== '/')) {
      // The test reader collapses white space in the text of a page, including no-break spaces.
      expect([
        property(page, 'og:url'),
        String(property(page, 'og:title')).replaceAll(/\s+/gu, ' '),
      ]).toEqual([canonical(page), page.one('title').text]);
    }
  });

  test('every page of a language leads to its feed', () => {
    for (const page of pages.filter(({ address }) => address !== '/')) {
      const feeds = page
        .all('link', { type: 'application/rss+xml' })
        .map(({ attributes }) => attributes.href);
      expect(feeds.at(-1), page.address).toBe(
        `${new URL(origin).pathname.replace(/\/$/u, '')}/${page.lang}/rss.xml`,
      );
    }
  });
});

describe('the way to a page', () => {
  const way = (address: string) =>
    builtSite('mixed')
      .page(address)
      .all('ol', { className: 'breadcrumbs' })
      .flatMap((list) => list.all('a'))
      .map(({ attributes }) => attributes.href);

  test.each([
    ['/ru/', []],
    ['/ru/news/2026/road-repairs/', ['/ru/', '/ru/archive/']],
    ['/ru/archive/', ['/ru/']],
    ['/ru/archive/2/', ['/ru/', '/ru/archive/']],
    ['/ru/archive/2026/', ['/ru/', '/ru/archive/']],
    ['/ru/archive/2026/05/', ['/ru/', '/ru/archive/', '/ru/archive/2026/']],
    ['/kk/topics/roads/', ['/kk/']],
    ['/ru/kinds/news/2/', ['/ru/', '/ru/kinds/news/']],
    ['/ru/about/', ['/ru/']],
  ])('%s', (address, links) => expect(way(address)).toEqual(links));
});

describe('data for machines', () => {
  const data = (address: string) =>
    builtSite('mixed')
      .page(address)
      .all('script', { type: 'application/ld+json' })
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);

  test('all of it can be read', () => {
    const all = builtSite('mixed').pages.flatMap(({ address }) => data(address));
    expect(all.length).toBeGreaterThan(20);
    expect(
      all.filter(
        (value) => value['@context'] !== 'https://schema.org' || typeof value['@type'] !== 'string',
      ),
    ).toEqual([]);
  });

  test('an announcement is a news article', () => {
    expect(
      data('/ru/news/2026/road-repairs/').find((value) => value['@type'] === 'NewsArticle'),
    ).toMatchObject({
      url: 'https://press.example.org/ru/news/2026/road-repairs/',
      headline: 'Проспект Абая отремонтируют',
      description: 'Ремонт начнётся в июне.',
      inLanguage: 'ru',
      datePublished: '2026-05-10T09:00:00+05:00',
      dateModified: '2026-05-12T00:00:00+05:00',
      publisher: { '@type': 'GovernmentOrganization', name: 'Городской акимат' },
      image: [
        {
          '@type': 'ImageObject',
          url: expect.stringMatching(
            /^https:\/\/press\.example\.org\/_images\/[0-9a-f]{20}-1000\.jpg$/u,
          ),
          width: '1000',
          height: '600',
          caption: 'Дорога во время ремонта',
          creditText: 'А. Омаров',
        },
      ],
    });
  });

  test('a home page names the publisher', () => {
    expect(data('/kk/')).toContainEqual(
      expect.objectContaining({
        '@type': 'GovernmentOrganization',
        name: 'Қала әкімдігі',
        url: 'https://press.example.org/kk/',
      }),
    );
  });
});

describe('words that look like markup stay words', () => {
  const site = builtSite('mixed');
  const page = site.page('/kk/news/2025/markup/');
  const title = '</script><script>alert(1)</script> & "тырнақша" <b>';

  test('in the title, the heading, the data and the description', () => {
    expect(page.one('h1').text).toBe(title);
    expect(page.one('title').text).toBe(`${title} — Қала әкімдігі`);
    expect(property(page, 'og:title')).toBe(`${title} — Қала әкімдігі`);
    expect(page.one('meta', { name: 'description' }).attributes.content).toBe(
      '</title><img src=x onerror=alert(1)>',
    );
    expect(JSON.parse(page.all('script', { type: 'application/ld+json' })[0]!.text)).toMatchObject({
      headline: title,
    });
  });

  test('the text has lost what could run, and nothing else', () => {
    expect(page.one('div', { className: 'body' }).text).toBe('Мәтін қалың ]]> & белгі');
    expect(
      page
        .one('div', { className: 'body' })
        .all('*')
        .map(({ name, attributes }) => [name, attributes]),
    ).toEqual([
      ['p', {}],
      ['b', {}],
      ['p', {}],
      ['mark', {}],
    ]);
  });

  test('no page of any site runs a script that is written into it but the one that its policy names, has a second style, or has an event or a style in an attribute', () => {
    for (const name of Object.keys(origins) as SiteName[]) {
      for (const each of builtSite(name).pages) {
        const scripts = each
          .all('script')
          .filter(
            ({ attributes, text }) =>
              attributes.type !== 'application/ld+json' &&
              text !== earlySettings &&
              (!attributes.src || text !== ''),
          );
        const attributes = each
          .all('*')
          .flatMap((element) =>
            Object.keys(element.attributes).filter((key) => /^on|^style$/iu.test(key)),
          );
        expect(
          [scripts.map(({ text }) => text), attributes, each.all('style').length],
          `${name} ${each.address}`,
        ).toEqual([[], [], 1]);
      }
    }
  });
});
