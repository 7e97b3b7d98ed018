import { describe, expect, test } from 'vitest';
import { builtSite } from './site.ts';
import { readXml } from './xml.ts';

const origins = {
  mixed: 'https://press.example.org',
  'base-path': 'https://example.org/press',
  'right-to-left': 'https://museum.example.org',
  'one-language': 'https://news.example.org',
} as const;

const partsOf = (name: keyof typeof origins) =>
  readXml(builtSite(name).text('/sitemap.xml'))
    .all('sitemap')
    .map((part) => ({
      path: part.value('loc')!.slice(origins[name].length),
      changed: part.value('lastmod'),
    }));

const entriesOf = (name: keyof typeof origins) =>
  partsOf(name)
    .flatMap(({ path }) => readXml(builtSite(name).text(path)).all('url'))
    .map((url) => ({
      path: url.value('loc')!.slice(origins[name].length),
      changed: url.value('lastmod'),
      versions: url
        .all('xhtml:link')
        .map(({ attributes }) => [attributes['hreflang'], attributes['href']]),
    }));

describe.each(Object.keys(origins) as Array<keyof typeof origins>)('the sitemap of %s', (name) => {
  const site = builtSite(name);
  const entries = entriesOf(name);

  test('names every page that search engines may show, once', () => {
    const open = site.pages.filter((page) => page.all('meta', { name: 'robots' }).length === 0);
    // The sitemap omits further pages of lists and of the calendar. Crawlers find them from the first page of each.
    const listed = open
      .map(({ address }) => address)
      .filter((address) => !/\/\d+\/$/u.test(address));
    expect(entries.map(({ path }) => path).sort()).toEqual(listed.sort());
  });

  test('says of each page which translations it has, as the page itself does', () => {
    for (const { path, versions } of entries.filter((entry) => entry.path !== '/')) {
      const said = site
        .page(path)
        .all('link', { rel: 'alternate' })
        .filter(({ attributes }) => attributes.hrefLang && attributes.hrefLang !== 'x-default');
      expect(versions, path).toEqual(
        said.map(({ attributes }) => [attributes.hrefLang, attributes.href]),
      );
    }
  });
});

test('when a page last changed: a correction, a language that came out later, the newest of a list', () => {
  const changed = Object.fromEntries(
    entriesOf('mixed').map((entry) => [entry.path, entry.changed]),
  );
  expect(changed).toMatchObject({
    '/ru/news/2026/road-repairs/': '2026-05-11T19:00:00.000Z',
    '/kk/news/2026/later-in-russian/': '2026-03-19T19:00:00.000Z',
    '/ru/news/2026/later-in-russian/': '2026-05-14T19:00:00.000Z',
    '/kk/': '2026-05-29T19:00:00.000Z',
    '/ru/': '2026-05-27T19:00:00.000Z',
    '/ru/about/': undefined,
  });
});

test.each([
  [
    'mixed',
    'User-agent: *\nAllow: /\n\nSitemap: https://press.example.org/sitemap.xml\nSitemap: https://press.example.org/news-sitemap.xml\n',
  ],
  [
    'base-path',
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/press/sitemap.xml\nSitemap: https://example.org/press/news-sitemap.xml\n',
  ],
] as const)('robots.txt of %s', (name, text) =>
  expect(builtSite(name).text('/robots.txt')).toBe(text),
);
