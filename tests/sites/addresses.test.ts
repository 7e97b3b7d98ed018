import { describe, expect, test } from 'vitest';
import { builtSite } from './site.ts';

describe('the files of a site, their names being its permanent addresses', () => {
  // Files in folders with an underscore are named by their content: styles, pictures, the search index. Compressed
  // copies have no address.
  test.each(['mixed', 'base-path', 'one-language', 'three-languages', 'right-to-left'] as const)(
    '%s',
    async (name) => {
      const files = builtSite(name).files.filter(
        (file) => !/^\/_(?:astro|images|search)\/|\.(?:br|gz)$/u.test(file),
      );
      await expect(`${files.join('\n')}\n`).toMatchFileSnapshot(`addresses/${name}.txt`);
    },
  );
});

test('compressed copies lie beside the texts, unless the site wants none', () => {
  const copies = (name: 'mixed' | 'one-language') =>
    builtSite(name).files.filter((file) => /\.(?:br|gz)$/u.test(file));
  expect(copies('mixed')).toEqual(
    expect.arrayContaining(['/ru/index.html.br', '/ru/index.html.gz', '/ru/atom.xml.br']),
  );
  expect(copies('one-language')).toEqual([]);
});

test.each([
  ['/ru/press-centre/', '/ru/archive/'],
  ['/kk/eski-jol/', '/kk/news/2026/road-repairs/'],
  ['/ru/press/2019/road.html/', '/ru/news/2026/road-repairs/'],
])('%s leads to %s, at once and by a link', (old, target) => {
  const page = builtSite('mixed').page(old);
  expect(page.one('meta', { httpEquiv: 'refresh' }).attributes.content).toBe(`0; url=${target}`);
  expect(page.one('main').all('a')[0]!.attributes.href).toBe(target);
  expect(page.one('link', { rel: 'canonical' }).attributes.href).toBe(
    `https://press.example.org${target}`,
  );
  expect(page.html.attributes.lang).toBe(target.split('/')[1]);
  // When a page names no icon, a browser asks for one at the root of the server.
  expect(page.one('link', { rel: 'icon' }).attributes.href).toBe('/favicon.svg');
});
