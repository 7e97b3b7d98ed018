import { describe, expect, test } from 'vitest';
import { readerOf } from './reader.ts';

const { open, at } = readerOf('mixed');

describe('the language can be switched', () => {
  test.each([
    ['/ru/', 'Қазақша', '/kk/', 'Қала әкімдігі'],
    [
      '/kk/news/2026/road-repairs/',
      'Русский',
      '/ru/news/2026/road-repairs/',
      'Проспект Абая отремонтируют',
    ],
    ['/ru/topics/roads/', 'Қазақша', '/kk/topics/roads/', 'Жолдар'],
    ['/kk/archive/2025/06/', 'Русский', '/ru/archive/2025/06/', 'Июнь 2025\u00A0г.'],
  ])('on %s', async (from, language, to, heading) => {
    const page = await open(from);
    await page.getByRole('link', { name: language, exact: true }).click();
    expect([page.url(), await page.getByRole('heading', { level: 1 }).textContent()]).toEqual([
      at(to),
      heading,
    ]);
  });

  test('where a translation is missing, a sentence says so and the link leads home', async () => {
    const page = await open('/kk/news/2026/national-dress/');
    expect(await page.getByRole('region', { name: 'Сайт тілі' }).innerText()).toMatch(
      /^Бұл беттің .*Русский/u,
    );
    await page.getByRole('link', { name: 'Русский', exact: true }).click();
    expect(page.url()).toBe(at('/ru/'));
  });

  test('from the list of what is there only in the other language', async () => {
    const page = await open('/ru/');
    await page.getByRole('link', { name: 'Ұлттық киім күні' }).click();
    expect([page.url(), await page.locator('html').getAttribute('lang')]).toEqual([
      at('/kk/news/2026/national-dress/'),
      'kk',
    ]);
  });
});

test('the page of languages leads into each, and to headlines', async () => {
  const page = await open('/');
  await page.locator('#main').getByRole('link', { name: 'Ожидается сильная жара' }).click();
  expect(page.url()).toBe(at('/ru/news/2026/heat-warning/'));
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Қала әкімдігі' }).click();
  expect(page.url()).toBe(at('/kk/'));
});

test('the archive can be walked from its newest to its oldest page, and every text stands in it once', async () => {
  const page = await open('/ru/archive/');
  const titles: string[] = [];
  for (let number = 1; ; number++) {
    titles.push(...(await page.locator('.teasers .teaser-title').allTextContents()));
    expect(await page.getByText(/^Страница \d+ из \d+$/u).textContent()).toBe(
      `Страница ${number} из 4`,
    );
    const older = page.getByRole('link', { name: 'Старше' });
    if ((await older.count()) === 0) break;
    await older.click();
  }
  expect(page.url()).toBe(at('/ru/archive/4/'));
  expect([titles.length, new Set(titles).size, titles[0], titles.at(-1)]).toEqual([
    10,
    10,
    'Ожидается сильная жара',
    'Сайт открыт',
  ]);
  await page.getByRole('link', { name: 'Новее' }).click();
  expect(page.url()).toBe(at('/ru/archive/3/'));
});

test('the archive leads through years and months to an announcement, and the way back stands above it', async () => {
  const page = await open('/kk/archive/');
  await page.getByRole('link', { name: '2026', exact: true }).click();
  await page.getByRole('link', { name: 'Сәуір', exact: true }).first().click();
  await page.getByRole('link', { name: 'Қалалық кеңес өтті' }).click();
  expect(page.url()).toBe(at('/kk/news/2026/council-meeting/'));
  await page.locator('.breadcrumbs').getByRole('link').last().click();
  expect(page.url()).toBe(at('/kk/archive/'));
});

/** By the end of an address. */
const types: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '/feed.json': 'application/feed+json',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.ics': 'text/calendar',
};

test('the subscribe page lists feeds, and each of them answers as one', async () => {
  const page = await open('/ru/subscribe/');
  const addresses = await page
    .locator('.feeds dd a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses).toContain('https://press.example.org/kk/rss.xml');
  expect(addresses).toContain('https://press.example.org/kk/feed.json');
  for (const address of addresses) {
    const response = await page.request.get(at(new URL(address).pathname));
    expect([response.status(), response.headers()['content-type']], address).toEqual([
      200,
      `${types[/(?:\/feed)?\.\w+$/u.exec(address)![0]]!}; charset=utf-8`,
    ]);
  }
});

test('an unknown address says so in every language and leads on', async () => {
  const page = await open('/ru/');
  // Browsers complain of the status on the console: what came is shown as the page that it is.
  const [missing, shown] = await Promise.all(
    ['/ru/news/2026/nothing/', '/404.html'].map((path) => page.request.get(at(path))),
  );
  expect([missing!.status(), await missing!.text()]).toEqual([404, await shown!.text()]);
  await page.goto(at('/404.html'));
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
    'Бет табылмады',
    'Страница не найдена',
  ]);
  await page.getByRole('link', { name: 'Все новости' }).click();
  expect(page.url()).toBe(at('/ru/archive/'));
});

test('an old address leads on by itself', async () => {
  const page = await open('/ru/about/');
  await page.goto(at('/kk/eski-jol/'));
  await page.waitForURL(at('/kk/news/2026/road-repairs/'));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Абай даңғылы жөнделеді',
  );
});

test('files can be downloaded under their own names', async () => {
  const page = await open('/ru/news/2026/road-repairs/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Таблица', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('кесте № 1.csv');
});

test('pictures are shown, and keep their place before they come', async () => {
  const page = await open('/kk/news/2026/road-repairs/');
  const pictures = page.locator('main img');
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
      )
      .toBe(true);
    expect(
      await picture.evaluate(
        (image) => image.hasAttribute('width') && image.hasAttribute('height'),
      ),
    ).toBe(true);
  }
  expect(await pictures.count()).toBe(3);
});

test('the keyboard finds the way over the header first', async () => {
  const page = await open('/ru/archive/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Перейти к содержанию' });
  expect(
    await skip.evaluate(
      (link) => link === document.activeElement && link.getBoundingClientRect().top >= 0,
    ),
  ).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
