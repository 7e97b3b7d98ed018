import { describe, expect, test } from 'vitest';
import { builtSite } from '../sites/site.ts';
import { readerOf } from './reader.ts';

const { open, at } = readerOf('mixed');

describe('a reader whose browser runs no script', () => {
  test.each([
    ['kk', 'JavaScript'],
    ['ru', 'Для поиска нужен JavaScript'],
  ])('is told on the search page how else to find things: %s', async (lang, words) => {
    const page = await open(`/${lang}/search/`, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain(words);
    await page.locator('.ways').getByRole('link').first().click();
    expect(page.url()).toMatch(/\/(?:archive\/2026|topics\/[a-z]+)\/$/u);
  });

  test('reads, switches the language and turns pages', async () => {
    const page = await open('/ru/archive/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Старше' }).click();
    await page.getByRole('link', { name: 'Қазақша' }).click();
    expect(page.url()).toBe(at('/kk/archive/2/'));
    await page.getByRole('link', { name: 'Абай даңғылы жөнделеді' }).first().click();
    expect(await page.locator('.body').innerText()).toContain('екінші көшемен');
  });
});

test.each(['kk', 'ru'])(
  'every section, and every announcement of the year, is three clicks away from home: %s',
  (lang) => {
    const site = builtSite('mixed');
    const here = (address: unknown) =>
      String(address).startsWith(`/${lang}/`) && String(address).endsWith('/');
    let reached = new Set([`/${lang}/`]);
    for (let clicks = 1; clicks <= 3; clicks++) {
      reached = new Set([
        ...reached,
        ...[...reached].flatMap((address) =>
          site
            .page(address)
            .all('a')
            .map(({ attributes }) => String(attributes.href))
            .filter(here),
        ),
      ]);
    }
    const shown = site.pages.filter(({ address }) => here(address)).map(({ address }) => address);
    // What is withdrawn or removed is reached by its address alone; the last pages of a long list by its pager.
    const apart = /\/news\/(?:2026\/tender|removed\/[0-9a-f]+)\/$|\/archive\/[3-9]\/$/u;
    expect(shown.filter((address) => !reached.has(address) && !apart.test(address))).toEqual([]);
  },
);
