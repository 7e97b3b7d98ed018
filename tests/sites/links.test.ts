import { describe, expect, test } from 'vitest';
import type { SiteName } from './build-all.ts';
import { addressesOn, fileFor, isElsewhere } from './links.ts';
import { builtSite } from './site.ts';

const sites: ReadonlyArray<[SiteName, string]> = [
  ['base-path', 'https://example.org/press/'],
  ['mixed', 'https://press.example.org/'],
  ['one-language', 'https://news.example.org/'],
  ['right-to-left', 'https://museum.example.org/'],
  ['three-languages', 'https://park.example.org/'],
  ['shipped', 'https://press.example.org/'],
];

describe.each(sites)('%s', (name, address) => {
  const { origin, pathname } = new URL(address);
  const site = builtSite(name);
  const own = site.pages.flatMap((page) =>
    addressesOn(page)
      .filter((each) => !isElsewhere(each, origin))
      .map((each) => ({ page, address: each })),
  );

  test('there are addresses', () => expect(own.length).toBeGreaterThan(300));

  test('every address is absolute or begins at the root of the server, base included', () => {
    expect(
      own
        .filter((each) => !each.address.startsWith(pathname) && !each.address.startsWith(address))
        .map((each) => [each.page.address, each.address]),
    ).toEqual([]);
  });

  test('every address leads to a file', () => {
    // The address of the search index is the address of a folder.
    const missing = own.filter(
      (each) =>
        !each.address.endsWith('/_search/') && !site.files.includes(fileFor(each.address, address)),
    );
    expect(missing.map((each) => [each.page.address, each.address])).toEqual([]);
  });

  test('no page asks another server for anything', () => {
    const loaded = site.pages.flatMap((page) =>
      ['img', 'source', 'script', 'video', 'track', 'iframe']
        .flatMap((tag) => page.all(tag))
        .flatMap(({ attributes }) => [attributes.src, attributes.srcSet, attributes.poster]),
    );
    const sheets = site.pages.flatMap((page) =>
      page
        .all('link')
        .filter(({ attributes }) => /stylesheet|icon|preload/u.test(String(attributes.rel)))
        .map(({ attributes }) => attributes.href),
    );
    expect(
      [...loaded, ...sheets].filter(
        (each) => each !== undefined && !String(each).startsWith(pathname),
      ),
    ).toEqual([]);
  });
});

test('the base is in the feeds, the sitemap and the search index as well', () => {
  const site = builtSite('base-path');
  const machine = site.files.filter((file) => /\.(?:xml|txt)$/u.test(file));
  expect(machine).toContain('/kk/topics/water/rss.xml');
  for (const file of machine) {
    const addresses =
      site
        .text(file)
        .match(/https?:\/\/example\.org[^"<\s]*|(?:href|src)=(?:"|&quot;)\/[^"&]*/gu) ?? [];
    expect(
      addresses.filter(
        (each) =>
          !each.startsWith('https://example.org/press/') && each !== 'href="/press/feed.css',
      ),
      file,
    ).toEqual([]);
  }
});
