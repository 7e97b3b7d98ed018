import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { serveFolder, type Served } from '#serve/static-server.ts';
import { sharedBrowser } from './launch.ts';

let site: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await serveFolder({ folder: join(inject('sites'), 'search'), base: '/press/' });
});
afterAll(() => site?.close());
beforeEach(async () => {
  context = await (await sharedBrowser()).newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const status = () => page.locator('press-search [role=status]').textContent();
const titles = () => page.locator('.results h2').allTextContents();
const retry = () => page.locator('press-search button.retry');
const open = (search = '') => page.goto(`${site.url}ru/search/${search}`);
const ask = async (query: string) => {
  await page.locator('#q').fill(query);
  await page.keyboard.press('Enter');
};

/** The ways in which a request goes wrong, and the beginning of what the page says then. */
const ways: Record<string, { fail(route: Route): Promise<void>; said: RegExp }> = {
  'is cut off': { fail: (route) => route.abort('connectionreset'), said: /^Нет связи/u },
  'is refused': {
    fail: (route) => route.fulfill({ status: 503, body: 'busy' }),
    said: /^Сервер не отдал/u,
  },
  'is answered by the page of a hotel': {
    fail: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Wi-Fi' }),
    said: /^Файл поиска пришёл повреждённым/u,
  },
  'comes half': {
    async fail(route) {
      const whole = await (await route.fetch()).body();
      await route.fulfill({
        contentType: 'text/javascript',
        body: whole.subarray(0, whole.length >> 1),
      });
    },
    said: /^Файл поиска пришёл повреждённым/u,
  },
};

/** The kinds of files that one query needs, each with such a query. */
const kinds: Record<string, { file: RegExp; query: string; found: readonly string[] }> = {
  'the script': { file: /\/pagefind\.js/u, query: 'мост', found: ['Ремонт моста'] },
  'the engine': { file: /wasm\.unknown\.pagefind/u, query: 'мост', found: ['Ремонт моста'] },
  'the entry': { file: /pagefind-entry\.json/u, query: 'мост', found: ['Ремонт моста'] },
  'the list of pages': { file: /\.pf_meta/u, query: 'мост', found: ['Ремонт моста'] },
  'a part of the index': { file: /\.pf_index/u, query: 'мост', found: ['Ремонт моста'] },
  'the vocabulary': { file: /\/words\/\d+\.txt/u, query: 'ремоонт', found: ['Ремонт моста'] },
};

describe.each(Object.entries(kinds))('%s', (_, { file, query, found }) => {
  test.each(Object.entries(ways))('%s: it is told, and cured', async (_, { fail, said }) => {
    await open();
    await page.route(file, fail);
    await ask(query);
    await expect.poll(status).toMatch(said);
    expect(await titles()).toEqual([]);
    await page.unroute(file);
    await retry().click();
    await expect.poll(titles).toEqual(found);
    expect(await status()).not.toMatch(said);
    expect(await retry().isHidden()).toBe(true);
  });
});

test('a failure that passes by itself is not even told', async () => {
  let failures = 0;
  await page.route(/\.pf_(?:index|meta)/u, (route) =>
    failures++ < 2 ? route.abort() : route.continue(),
  );
  await open('?q=мост');
  await expect.poll(titles).toEqual(['Ремонт моста']);
  expect(await status()).toContain('найдено 1');
});

test('a file that comes late is waited for', async () => {
  await page.route(/\.pf_index/u, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await open('?q=мост');
  await expect.poll(status).toContain('Загружаем');
  await expect.poll(titles).toEqual(['Ремонт моста']);
});

test('the search is repeated without the reader when the connection is back', async () => {
  await open();
  await context.setOffline(true);
  await ask('мост');
  await expect.poll(status).toMatch(/^Нет связи/u);
  await context.setOffline(false);
  await expect.poll(titles).toEqual(['Ремонт моста']);
});

test('the search is repeated without the reader when the server is back', async () => {
  let isBusy = true;
  await page.route(/\.pf_index/u, (route) =>
    isBusy ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await open('?q=мост');
  await expect.poll(status).toMatch(/^Сервер не отдал/u);
  isBusy = false;
  await expect.poll(titles).toEqual(['Ремонт моста']);
});

test('results of the former query do not stay below a failure', async () => {
  await open('?q=парк');
  await expect.poll(async () => (await titles()).length).toBe(10);
  await page.route(/\/words\//u, (route) => route.abort());
  await ask('ремоонт');
  await expect.poll(status).toMatch(/^Нет связи/u);
  expect(await titles()).toEqual([]);
  expect(await page.locator('button.more').isHidden()).toBe(true);
});

test.each(Object.entries(ways))(
  'of ten texts one %s: the others are shown, and the one follows',
  async (_, { fail }) => {
    await page.route(/\/2\.pf_fragment/u, fail);
    await open('?q=дорога');
    await expect.poll(async () => (await titles()).length).toBe(3);
    expect(await page.locator('.results .missing').textContent()).toMatch(/не загрузился/u);
    expect(await status()).toContain('4 сообщения');
    await page.unroute(/\/2\.pf_fragment/u);
    await retry().click();
    await expect.poll(async () => (await titles()).length).toBe(4);
    expect(await page.locator('.results .missing').count()).toBe(0);
  },
);

test('the table of filters fails: it is told, and cured', async () => {
  await page.route(/documents\.table/u, (route) => route.abort());
  await open('?q=дорога&year=2025');
  await expect.poll(status).toMatch(/^Нет связи/u);
  await page.unroute(/documents\.table/u);
  await retry().click();
  await expect.poll(titles).toEqual(['Ремонт моста', 'Зимний гололёд']);
});

test('an index that was replaced while the page was open is opened anew', async () => {
  let isOld = true;
  await page.route(/\.pf_(?:index|fragment)/u, (route) =>
    isOld ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await open('?q=мост');
  await expect.poll(status).toMatch(/^Сервер не отдал/u);
  isOld = false;
  const entry = page.waitForRequest(/pagefind-entry\.json/u);
  await retry().click();
  await entry;
  await expect.poll(titles).toEqual(['Ремонт моста']);
});

test('a screen reader hears one sentence while a word is typed, after a pause', async () => {
  await open();
  await page.locator('#q').focus();
  await page.evaluate(() => {
    const line = document.querySelector('press-search [role=status]')!;
    const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
    new MutationObserver(() => {
      if (line.textContent) heard.push(line.textContent);
    }).observe(line, { childList: true, characterData: true, subtree: true });
  });
  await page.locator('#q').pressSequentially('дорогами', { delay: 180 });
  await expect.poll(status).toContain('«дорогами»');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    'По запросу «дорогами» найдены 4 сообщения',
  ]);
});

test('what was typed with pauses is one step of the history', async () => {
  await open();
  for (const query of ['мост', 'школа']) {
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(query, { delay: 200 });
    await expect.poll(status).toContain(`«${query}»`);
    await page.keyboard.press('Enter');
    await expect.poll(status).toContain(`«${query}»`);
  }
  await page.goBack();
  await expect.poll(() => page.locator('#q').inputValue()).toBe('мост');
  await expect.poll(titles).toEqual(['Ремонт моста']);
  await page.goForward();
  await expect.poll(() => page.locator('#q').inputValue()).toBe('школа');
});
