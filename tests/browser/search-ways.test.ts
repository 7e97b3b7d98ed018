import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { serveFolder, type Served } from '#serve/static-server.ts';
import { violations } from './axe.ts';
import { sharedBrowser } from './launch.ts';

let site: Served;
let context: BrowserContext;
let page: Page;
let asked: string[];
let wrong: string[];

beforeAll(async () => {
  site = await serveFolder({ folder: join(inject('sites'), 'search'), base: '/press/' });
});
afterAll(() => site?.close());

beforeEach(async () => {
  context = await (await sharedBrowser()).newContext();
  page = await context.newPage();
  [asked, wrong] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(wrong).toEqual([]);
});

/** The machine of a test may have other work. */
const eventually = <Value>(value: () => Value) => expect.poll(value);
const open = (locale: string, search = '') => page.goto(`${site.url}${locale}/search/${search}`);
const type = (query: string) => page.locator('#q').fill(query);
const titles = () => page.locator('.results h2').allTextContents();
const status = () => page.locator('.status').textContent();
const settled = async (expected: readonly string[]) => eventually(titles).toEqual(expected);

describe('a word is found however it is typed', () => {
  test.each([
    ['kk', 'қала', ['Жаңа жол ашылды']],
    ['kk', 'қалаға', ['Жаңа жол ашылды']],
    ['kk', 'тұрғынның қалада', ['Жаңа жол ашылды']],
    ['kk', 'кала', ['Жаңа жол ашылды']],
    ['kk', 'turgyndar', ['Жаңа жол ашылды']],
    ['kk', 'көктайғқа', ['Қысқы көктайғақ']],
    ['kk', 'көктай', ['Қысқы көктайғақ']],
    ['ru', 'городами', ['Открыта новая дорога']],
    ['ru', 'елка', ['Зимний гололёд']],
    ['ru', 'gorod', ['Открыта новая дорога']],
    ['ru', 'ujhjlf', ['Открыта новая дорога']],
    ['ru', 'гоород', ['Открыта новая дорога']],
    ['ru', 'гололё', ['Зимний гололёд']],
    ['ru', 'Мектептер басқармасы', ['День безопасности в школе']],
  ])('%s: %s', async (locale, query, expected) => {
    await open(locale);
    await type(query);
    await page.keyboard.press('Enter');
    await settled(expected);
  });
});

test('while a word is being typed, all that it may become is found', async () => {
  await open('kk');
  await page.locator('#q').pressSequentially('мекте', { delay: 40 });
  await settled(['Мектептегі қауіпсіздік күні', 'Жаңа жол ашылды']);
});

test('the words are marked as they stand in the text, and markup stays text', async () => {
  await open('ru', '?q=цены ёлка');
  await settled(['Зимний гололёд']);
  expect(await page.locator('.results mark').allTextContents()).toEqual(['Ёлки', 'Цена']);
  expect(await page.locator('.results li').textContent()).toContain('<b>Цена & срок</b>: "5 < 6".');
});

describe('the page says what it shows', () => {
  test.each([
    ['школа', 'По запросу «школа» найдены 2 сообщения'],
    ['ujhjl', 'По запросу «ujhjl» ничего не найдено. Показано 1 сообщение по запросу «города».'],
    [
      'мост школа',
      'Сообщений, где есть все слова запроса «мост школа», не найдено. Показаны 3 сообщения, где есть часть слов.',
    ],
    ['щщщщщщ', 'По запросу «щщщщщщ» ничего не найдено.'],
  ])('%s', async (query, sentence) => {
    await open('ru');
    await type(query);
    await page.keyboard.press('Enter');
    await eventually(status).toBe(sentence);
  });
});

test('a phrase in quotation marks is exact, or else softened, and the page says so', async () => {
  await open('ru', '?q="новую дорогу"');
  await settled(['Открыта новая дорога']);
  await eventually(status).toBe('По запросу «"новую дорогу"» найдено 1 сообщение');
  await type('"новая дорогу"');
  await page.keyboard.press('Enter');
  await eventually(status).toBe(
    'Фраза "новая дорогу" дословно не встречается. Показаны 2 сообщения, где те же слова стоят рядом в других формах.',
  );
  await type('"дороги моста"');
  await page.keyboard.press('Enter');
  await eventually(status).toBe(
    'Фраза "дороги моста" не встречается. Показано 1 сообщение, где её слова стоят порознь.',
  );
});

test('results with a part of the words stand below, marked as such', async () => {
  await open('ru', '?q=новая дорога города');
  await eventually(status).toContain('Ниже — ещё');
  expect((await titles())[0]).toBe('Открыта новая дорога');
  const marked = page.locator('.results li', { hasText: 'есть только часть слов запроса' });
  expect(await marked.count()).toBe((await titles()).length - 1);
});

test('what is held or withdrawn is not found', async () => {
  await open('ru', '?q=секретоноситель');
  await eventually(status).toContain('ничего не найдено');
  await type('отзывчивость');
  await eventually(status).toContain('отзывчивость» ничего не найдено');
  await type('дорога');
  await settled([
    'Открыта новая дорога',
    'Ремонт моста',
    'День безопасности в школе',
    'Зимний гололёд',
  ]);
});

describe('filters', () => {
  test('narrow, count and stand in the address', async () => {
    await open('ru', '?q=дорога');
    await settled([
      'Открыта новая дорога',
      'Ремонт моста',
      'День безопасности в школе',
      'Зимний гололёд',
    ]);
    await page.locator('.filters summary').click();
    await eventually(() => page.locator('select[name=topic] option').allTextContents()).toEqual([
      'Все',
      'Дороги (3)',
      'Безопасность (2)',
    ]);
    await page.locator('select[name=topic]').selectOption('roads');
    await page.locator('select[name=year]').selectOption('2025');
    await settled(['Ремонт моста', 'Зимний гололёд']);
    expect(new URL(page.url()).search).toBe(
      `?${new URLSearchParams({ q: 'дорога', topic: 'roads', year: '2025' })}`,
    );
    await page.goBack();
    await settled(['Открыта новая дорога', 'Ремонт моста', 'Зимний гололёд']);
    expect(await page.locator('select[name=year]').inputValue()).toBe('');
  });

  test('by date, from the address', async () => {
    await open('ru', '?q=дорога&sort=date');
    await settled([
      'Открыта новая дорога',
      'День безопасности в школе',
      'Зимний гололёд',
      'Ремонт моста',
    ]);
    expect(await page.locator('details.filters').getAttribute('open')).not.toBeNull();
  });

  test('that let nothing through are told', async () => {
    await open('ru', '?q=дорога&year=2024');
    await eventually(status).toBe(
      'По запросу «дорога» найдены 4 сообщения, но они не подходят под выбранные фильтры.',
    );
  });
});

test('the other language too: its results are marked as such', async () => {
  await open('ru', '?q=полиция&all=1');
  await eventually(async () => (await titles()).length).toBe(4);
  const kazakh = page.locator('.results li[lang=kk]');
  expect(await kazakh.count()).toBe(2);
  expect(await kazakh.first().textContent()).toContain('Қазақша');
});

test('more results are shown on demand, and the keyboard goes on there', async () => {
  await open('ru', '?q=парк');
  await eventually(async () => (await titles()).length).toBe(10);
  await page.locator('button.more').press('Enter');
  await eventually(async () => (await titles()).length).toBe(14);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles())[10]);
  expect(await page.locator('button.more').isHidden()).toBe(true);
});

test('nothing is loaded before the reader turns to the field, and then without a worker', async () => {
  await open('kk');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('/_search/'))).toEqual([]);
  await page.locator('#q').focus();
  await eventually(() => asked.filter((url) => url.includes('/_search/')).length).toBe(4);
  expect(page.workers()).toEqual([]);
});

test('old results stay until the new ones are there', async () => {
  await open('ru', '?q=парк');
  await eventually(async () => (await titles()).length).toBe(10);
  await page.evaluate(() => {
    const list = document.querySelector('.results')!;
    new MutationObserver(
      () => (document.body.dataset.empty = String(list.children.length === 0)),
    ).observe(list, { childList: true });
  });
  await type('мост');
  await settled(['Ремонт моста']);
  expect(await page.evaluate(() => document.body.dataset.empty)).toBe('false');
});

test('back and forward walk through what was asked', async () => {
  await open('ru');
  for (const query of ['мост', 'школа']) {
    // At once, as of a quick typist: a question that has stood for a moment is in the address already, and is no step of its own.
    await page.locator('#q').evaluate((field: HTMLInputElement, text) => {
      field.value = text;
      field.form!.requestSubmit();
    }, query);
    await eventually(status).toContain(`«${query}»`);
  }
  await page.goBack();
  await settled(['Ремонт моста']);
  await page.goForward();
  await eventually(status).toContain('«школа»');
});

test('a narrow screen is enough, and nothing is in the way of helpers', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open('kk', '?q=жол&all=1');
  await eventually(async () => (await titles()).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page)).toEqual([]);
});

test('the page for lost addresses offers to search their words', async () => {
  await page.goto(`${site.url}ru/news/2020/new-doroga/`);
  wrong.length = 0; // The browser reports the 404 itself.
  await page
    .getByRole('link', { name: /new doroga/u })
    .last()
    .click();
  await eventually(() => page.locator('#q').inputValue()).toContain('new doroga');
  await eventually(titles).toContain('Открыта новая дорога');
});

test('without script, the page leads to the other ways', async () => {
  const plain = await (await sharedBrowser()).newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${site.url}ru/search/`);
  expect(await still.locator('#main noscript').textContent()).toContain('JavaScript');
  expect(await still.locator('.ways a').count()).toBeGreaterThan(4);
  await still.goto(`${site.url}ru/nowhere/`);
  await still.locator('section[lang=ru] a.button').click();
  expect(still.url()).toContain('/ru/search/');
  await plain.close();
});

test('who asks for a division gets its telephone and address', async () => {
  await open('ru', '?q=дорожная полиция');
  const first = page.locator('.entries li').first();
  await eventually(() => first.locator('h2').textContent()).toBe('Дорожная полиция');
  expect(await first.locator('dl').textContent()).toContain('улица Абая, 1');
  expect(await first.getByRole('link', { name: '+7 727 000 12 34' }).getAttribute('href')).toBe(
    'tel:+77270001234',
  );
  for (const query of ['ДПС', '8 (727) 000-12-34', 'дорожной полиции']) {
    await type(query);
    await page.keyboard.press('Enter');
    await eventually(status).toContain(query);
    expect(await first.locator('h2').textContent()).toBe('Дорожная полиция');
  }
});

test('a result that was found by a name shows the name', async () => {
  await open('ru', '?q=Дорожная полиция');
  const named = page.locator('.results li', { hasText: 'Открыта новая дорога' });
  await eventually(() => named.locator('.found-name').textContent()).toBe('Дорожная полиция');
});

describe('a day finds what was published or happens then', () => {
  test.each([
    ['ru', '5 февраля 2026', 'День безопасности в школе'],
    ['ru', '05.02.2026', 'День безопасности в школе'],
    ['ru', 'ноябрь 2025', 'Ремонт моста'],
    ['kk', '10 наурыз 2026', 'Жаңа жол ашылды'],
  ])('%s: %s', async (locale, query, title) => {
    await open(locale, `?q=${query}`);
    await settled([title]);
  });
});

test('what is only there in the other language is shown under its own heading', async () => {
  await open('ru', '?q=аялдама');
  await eventually(status).toBe(
    'На этом языке по запросу «аялдама» ничего не найдено. На других языках сайта есть 1 сообщение.',
  );
  const elsewhere = page.getByRole('region', { name: 'На других языках сайта' });
  expect(await elsewhere.locator('h2.teaser-title').allTextContents()).toEqual(['Жаңа жол ашылды']);
  expect(await elsewhere.getByRole('link', { name: 'Открыта новая дорога' }).count()).toBe(1);
  await type('мост');
  await page.keyboard.press('Enter');
  await eventually(async () => (await titles()).at(-1)).toBe('Ремонт моста');
  expect(await elsewhere.count()).toBe(0);
});

describe('titles are suggested while one types', () => {
  const field = () => page.getByRole('combobox');
  const options = () => page.getByRole('listbox').getByRole('option').allTextContents();
  const active = () =>
    field().evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant');
      return id === null ? null : document.getElementById(id)?.textContent;
    });

  test('and chosen by the keyboard', async () => {
    await open('ru');
    await field().pressSequentially('дорог', { delay: 40 });
    await eventually(options).toContain('Открыта новая дорога');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowDown');
    const first = (await options())[0];
    expect(await active()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe((await options()).at(-1));
    await page.keyboard.press('Escape');
    expect(await options()).toEqual([]);
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    expect(await field().inputValue()).toBe('дорог');
  });

  test('and Enter opens the chosen one', async () => {
    await open('ru');
    await field().pressSequentially('нова', { delay: 40 });
    await eventually(options).toEqual(['Открыта новая дорога']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}ru/news/2026/new-road/`);
  });

  test('Enter without a choice searches, and a click opens', async () => {
    await open('ru');
    await field().pressSequentially('нова', { delay: 40 });
    await eventually(options).toEqual(['Открыта новая дорога']);
    await page.keyboard.press('Enter');
    expect(await options()).toEqual([]);
    await eventually(status).toContain('«нова»');
    await field().pressSequentially('я', { delay: 40 });
    await eventually(options).toEqual(['Открыта новая дорога']);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('listbox').getByRole('option').click();
    await page.waitForURL(`${site.url}ru/news/2026/new-road/`);
  });

  test('without script, the field is an ordinary one', async () => {
    const plain = await (await sharedBrowser()).newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.url}ru/search/`);
    expect(await still.locator('#q').getAttribute('role')).toBeNull();
    await plain.close();
  });
});
