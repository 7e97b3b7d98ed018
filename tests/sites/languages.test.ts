import { describe, expect, test } from 'vitest';
import type { SiteName } from './build-all.ts';
import type { Page } from './page.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { builtSite } from './site.ts';

const locales = {
  'base-path': ['kk', 'ru'],
  mixed: ['kk', 'ru'],
  'one-language': ['ru'],
  'right-to-left': ['ar', 'ru'],
  'three-languages': ['kk', 'ru', 'en'],
  shipped: ['kk', 'ru'],
} as const satisfies Record<SiteName, readonly string[]>;
const names = Object.keys(locales) as SiteName[];

const directionOf = (lang: string) => (lang === 'ar' ? 'rtl' : 'ltr');
const alternates = (page: Page) =>
  page
    .all('link', { rel: 'alternate' })
    .filter(({ attributes }) => attributes.hrefLang)
    .map(({ attributes }) => [attributes.hrefLang, attributes.href]);

describe.each(names)('%s', (name) => {
  const site = builtSite(name);
  const origin = String(site.page('/').one('link', { rel: 'canonical' }).attributes.href);
  const inLanguage = site.pages.filter(({ address }) => /^\/[a-z]{2}\//u.test(address));
  const pageAt = (address: unknown) => site.page(`/${String(address).slice(origin.length)}`);

  test('every page says its language and direction', () => {
    expect(inLanguage.length).toBeGreaterThan(10);
    for (const page of inLanguage) {
      const lang = page.address.slice(1, 3);
      expect([page.address, page.lang, page.dir]).toEqual([page.address, lang, directionOf(lang)]);
    }
  });

  test('the page of languages and the page of nothing have a part in each language', () => {
    for (const address of ['/', '/404.html']) {
      const page = site.page(address);
      expect([page.lang, page.dir]).toEqual([locales[name][0], directionOf(locales[name][0])]);
      const parts = page.all('h1').map(({ lang, dir }) => [lang, dir]);
      expect(parts).toEqual(locales[name].map((lang) => [lang, directionOf(lang)]));
    }
  });

  test('every link into another language says which', () => {
    for (const page of inLanguage) {
      const leading = page
        .all('a')
        .filter(({ attributes }) =>
          new RegExp(
            `^(?:${origin}|${new URL(origin).pathname})(?!${page.lang}/)[a-z]{2}/`,
            'u',
          ).test(String(attributes.href)),
        );
      expect(
        leading
          .filter(({ attributes }) => !String(attributes.href).includes(`/${attributes.hrefLang}/`))
          .map(({ attributes }) => [page.address, attributes.href]),
      ).toEqual([]);
    }
  });

  test('pages that name each other as translations agree, and name themselves', () => {
    for (const page of site.pages.filter(
      (each) => alternates(each).length > 0 && each.address !== '/',
    )) {
      const named = alternates(page);
      const isHome = new RegExp(`^${new URL(origin).pathname}[a-z]+/$`, 'u').test(
        new URL(String(named[0]?.[1])).pathname,
      );
      expect(named.at(-1), page.address).toEqual(['x-default', isHome ? origin : named[0]?.[1]]);
      expect(named, page.address).toContainEqual([
        page.lang,
        page.one('link', { rel: 'canonical' }).attributes.href,
      ]);
      for (const [lang, address] of named.slice(0, -1)) {
        expect([pageAt(address).lang, alternates(pageAt(address))], page.address).toEqual([
          lang,
          named,
        ]);
      }
    }
  });

  test('the page of languages names the home page of each', () => {
    const homes = locales[name].map((lang) => [lang, `${origin}${lang}/`]);
    expect(alternates(site.page('/'))).toEqual(
      homes.length > 1 ? [...homes, ['x-default', origin]] : [],
    );
  });
});

describe('which pages are translations of each other', () => {
  const of = (name: SiteName, address: string) =>
    alternates(builtSite(name).page(address)).map(([lang, href]) => [
      lang,
      new URL(String(href)).pathname,
    ]);
  const pair = (path: string) => [
    ['kk', `/kk/${path}`],
    ['ru', `/ru/${path}`],
    ['x-default', path === '' ? '/' : `/kk/${path}`],
  ];

  test.each([
    '',
    'archive/',
    'archive/2026/05/',
    'topics/roads/',
    'news/2026/road-repairs/',
    'search/',
    'about/',
  ])('in both languages: %s', (path) => {
    expect(of('mixed', `/ru/${path}`)).toEqual(pair(path));
  });
  test.each([
    ['a text in one language', '/kk/news/2026/national-dress/'],
    ['the other language is held', '/ru/news/2026/school-year/'],
    ['a page in one language', '/ru/phones/'],
    ['further pages of lists hold other texts', '/ru/archive/2/'],
    ['withdrawn', '/ru/news/2026/tender/'],
    ['removed', noticeAddress('ru', '/ru/news/2026/list/')],
  ])('none: %s', (_, address) => expect(of('mixed', address)).toEqual([]));

  test('two of three', () => {
    expect(of('three-languages', '/ru/news/2026/bridge/')).toEqual(pair('news/2026/bridge/'));
    expect(of('three-languages', '/en/news/2026/new-trail/').map(([lang]) => lang)).toEqual([
      'kk',
      'ru',
      'en',
      'x-default',
    ]);
  });
});

describe('the language switch', () => {
  const links = (name: SiteName, address: string) => {
    const page = builtSite(name).page(address);
    return {
      links: page
        .one('nav', { className: 'languages' })
        .all('a')
        .map(({ attributes, text }) => [
          attributes.hrefLang,
          attributes.href,
          text,
          attributes.ariaCurrent,
        ]),
      said: page
        .all('section', { className: 'missing' })
        .flatMap((section) => section.all('p').map(({ text }) => text)),
    };
  };

  test.each([
    '',
    'archive/2025/',
    'news/2025/components/',
    'topics/empty/',
    'people/s-akhmetov/',
    'subscribe/',
  ])('leads to the same thing: %s', (path) => {
    expect(links('mixed', `/kk/${path}`)).toEqual({
      links: [
        ['kk', `/kk/${path}`, 'Қазақша', 'true'],
        ['ru', `/ru/${path}`, 'Русский', undefined],
      ],
      said: [],
    });
  });

  test('where there is no translation it leads home and says so', () => {
    expect(links('mixed', '/kk/news/2026/national-dress/')).toEqual({
      links: [
        ['kk', '/kk/news/2026/national-dress/', 'Қазақша', 'true'],
        ['ru', '/ru/', 'Русский', undefined],
      ],
      said: [expect.stringContaining('Русский')],
    });
    expect(links('three-languages', '/kk/news/2026/bridge/').links.map(([, href]) => href)).toEqual(
      ['/kk/news/2026/bridge/', '/ru/news/2026/bridge/', '/en/'],
    );
  });

  test('a site in one language has none', () => {
    expect(builtSite('one-language').page('/ru/').all('nav', { className: 'languages' })).toEqual(
      [],
    );
  });
});

describe('what came out only in another language', () => {
  const elsewhere = (name: SiteName, address: string) =>
    builtSite(name)
      .page(address)
      .all('aside', { className: 'elsewhere' })
      .flatMap((aside) => aside.all('li'))
      .map((item) => {
        const link = item.all('a')[0]!;
        return [item.attributes.lang, item.attributes.dir, link.attributes.href, link.text];
      });

  test.each<[SiteName, string, unknown[]]>([
    ['mixed', '/kk/', ['ru', 'ltr', '/ru/news/2026/school-year/', 'Учебный год завершён']],
    ['mixed', '/ru/', ['kk', 'ltr', '/kk/news/2026/national-dress/', 'Ұлттық киім күні']],
    [
      'mixed',
      '/ru/archive/2026/05/',
      ['kk', 'ltr', '/kk/news/2026/national-dress/', 'Ұлттық киім күні'],
    ],
    ['right-to-left', '/ru/', ['ar', 'rtl', '/ar/news/2026/coins/', 'معرض العملات القديمة']],
    ['right-to-left', '/ar/', ['ru', 'ltr', '/ru/news/2026/lecture/', 'Лекция о монетах']],
  ])('%s %s: a marked link', (name, address, link) =>
    expect(elsewhere(name, address)).toEqual([link]),
  );

  test('of several, in the first of the site’s languages', () => {
    expect(elsewhere('three-languages', '/en/')).toEqual([
      ['kk', 'ltr', '/kk/news/2026/bridge/', 'Көпір жабық'],
    ]);
  });

  test('never among the texts in the language of the page', () => {
    const teasers = builtSite('mixed')
      .page('/ru/')
      .all('ul', { className: 'teasers' })
      .flatMap((list) => list.all('a'));
    expect(teasers.length).toBeGreaterThan(2);
    expect(teasers.filter(({ attributes }) => !String(attributes.href).startsWith('/ru/'))).toEqual(
      [],
    );
  });
});

test('own interface texts stand over those that are built in', () => {
  expect(builtSite('three-languages').page('/en/').text).toContain('Welcome');
  expect(builtSite('three-languages').page('/ru/').text).toContain('Главная');
});

test.each([
  ['/kk/news/2026/road-repairs/', '2026 жылғы 10 мамыр, 09:00'],
  ['/ru/news/2026/road-repairs/', '10 мая 2026 г., 09:00'],
  ['/kk/news/2026/heat-warning/', '2026 жылғы 28 мамыр'],
  ['/ru/archive/2026/05/', 'Май 2026 г.'],
  ['/kk/archive/2026/05/', '2026 жылғы мамыр'],
])('%s has a date as people write it: %s', (address, date) =>
  expect(builtSite('mixed').page(address).text).toContain(date),
);

test('a translation says that its source has been changed since, and leads to it', () => {
  const [note] = builtSite('mixed')
    .page('/ru/news/2026/later-in-russian/')
    .all('p', { className: 'note' })
    .filter(({ text }) => text.includes('переведён автоматически'));
  expect(note!.text).toContain('исходный текст изменили');
  expect(note!.all('a').map(({ attributes }) => [attributes.href, attributes.hrefLang])).toEqual([
    ['/kk/news/2026/later-in-russian/', 'kk'],
  ]);
  expect(builtSite('mixed').page('/kk/news/2026/later-in-russian/').text).not.toContain(
    'өзгертілген',
  );
});

test.each(['kk', 'ru'])(
  'the statement on accessibility calls things what the page calls them, and says when it was made and whom to turn to: %s',
  (lang) => {
    const page = builtSite('shipped').page(`/${lang}/accessibility/`);
    const statement = page.one('article').text;
    const [panel] = page
      .all('details', { className: 'view' })
      .map((details) => details.all('summary')[0]!.text);
    const fault = page
      .all('a')
      .find(({ attributes }) =>
        String(attributes.href).startsWith('mailto:press@example.org?subject='),
      )!.text;
    for (const name of [panel!, fault, 'press@example.org']) expect(statement).toContain(name);
    expect(statement).toMatch(/2026/u);
  },
);
