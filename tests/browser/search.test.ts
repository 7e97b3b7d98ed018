import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from './reader.ts';

const { open, at } = readerOf('mixed');

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('press-search ol li');
const titles = (page: Page) => results(page).locator('a').allTextContents();
const said = (page: Page) => expect.poll(() => status(page).textContent());

describe.each([
  {
    lang: 'kk',
    query: 'жөнделеді',
    title: 'Абай даңғылы жөнделеді',
    link: '/kk/news/2026/road-repairs/',
    count: '1 хабарлама',
    date: '2026\u00A0жылғы 10\u00A0мамыр',
    topic: 'Жолдар',
  },
  {
    lang: 'ru',
    query: 'проспекта',
    title: 'Проспект Абая отремонтируют',
    link: '/ru/news/2026/road-repairs/',
    count: '1 сообщение',
    date: '10\u00A0мая 2026\u00A0г.',
    topic: 'Дороги',
  },
])('search in $lang', ({ lang, query, title, link, count, date, topic }) => {
  test('by typing: found, counted aloud, with date, topic and the words around it marked', async () => {
    const page = await open(`/${lang}/search/`);
    await page.getByRole('combobox').pressSequentially(query);
    // What was found while the word was still being written is told too, and must not be taken for the answer.
    await said(page).toContain(`«${query}»`);
    expect(await status(page).textContent()).toContain(count);
    expect(await titles(page)).toEqual([title]);
    expect(await results(page).textContent()).toContain(date);
    expect(await results(page).textContent()).toContain(topic);
    expect((await results(page).locator('mark').allTextContents()).length).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    await results(page).getByRole('link').click();
    expect(page.url()).toBe(at(link));
  });

  test('by a link that somebody has copied', async () => {
    const page = await open(`/${lang}/search/?q=${encodeURIComponent(query)}`);
    await said(page).toContain(count);
    expect([await page.getByRole('combobox').inputValue(), await titles(page)]).toEqual([
      query,
      [title],
    ]);
  });

  test('what is only in the other language stands under its own heading', async () => {
    const other = lang === 'kk' ? 'отремонтируют' : 'жөнделеді';
    const page = await open(`/${lang}/search/?q=${encodeURIComponent(other)}`);
    await said(page).toContain(other);
    expect(await page.locator('press-search > ol li').count()).toBe(0);
    const elsewhere = page.locator('press-search .elsewhere li');
    expect(await elsewhere.first().getAttribute('lang')).toBe(lang === 'kk' ? 'ru' : 'kk');
    // The same announcement in the language of the page.
    expect(await elsewhere.getByRole('link', { name: title }).count()).toBe(1);
  });

  test('nothing is said to be found where nothing is, and other ways are offered', async () => {
    const page = await open(`/${lang}/search/`);
    await page.getByRole('combobox').fill('ъъъщщщ');
    await page.keyboard.press('Enter');
    await said(page).toContain('ъъъщщщ');
    expect(await titles(page)).toEqual([]);
    expect(await page.locator('.ways a').count()).toBeGreaterThan(3);
  });
});

test('what is asked can be walked back to', async () => {
  const page = await open('/ru/search/');
  const box = page.getByRole('combobox');
  for (const query of ['ремонт', 'погода']) {
    await box.fill(query);
    await page.keyboard.press('Enter');
    await said(page).toContain(query);
  }
  await page.goBack();
  await said(page).toContain('ремонт');
  expect([await box.inputValue(), await titles(page)]).toEqual([
    'ремонт',
    expect.arrayContaining(['Проспект Абая отремонтируют']),
  ]);
  // The topic of that name stands above it.
  await results(page).getByRole('link', { name: 'Проспект Абая отремонтируют' }).first().click();
  await page.goBack();
  await said(page).toContain('ремонт');
  await page.goForward();
  expect(page.url()).toBe(at('/ru/news/2026/road-repairs/'));
});

test('an empty search says nothing and shows nothing', async () => {
  const page = await open('/ru/search/?q=ремонт');
  await said(page).toContain('ремонт');
  await page.getByRole('combobox').fill('');
  await said(page).toBe('');
  expect([await titles(page), page.url()]).toEqual([[], at('/ru/search/')]);
});

test.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '{query} {count}'])(
  'what is asked stays text: %s',
  async (query) => {
    const page = await open(`/ru/search/?q=${encodeURIComponent(query)}`);
    page.on('dialog', () => expect.unreachable());
    await said(page).toContain(query);
    expect(await page.locator('press-search :is(img, script)').count()).toBe(0);
  },
);

test('markup in a title that is found stays text', async () => {
  const page = await open('/kk/search/?q=тырнақша');
  await expect
    .poll(() => titles(page))
    .toEqual(['</script><script>alert(1)</script> & "тырнақша" <b>']);
  expect(await results(page).locator('script, b').count()).toBe(0);
});

test('all results can be asked for by a program, best first', async () => {
  const page = await open('/ru/search/');
  const found = await page.evaluate(async () => {
    const element = document.querySelector('press-search') as unknown as {
      search(query: string, options?: object): Promise<Array<{ url: string; score: number }>>;
    };
    return {
      dorogi: await element.search('дорога'),
      nothing: await element.search('ъъъщщщ'),
      blank: await element.search('  ', { typing: true }),
    };
  });
  expect(found.dorogi.length).toBeGreaterThan(1);
  expect(found.dorogi.map(({ url, score }) => [typeof url, typeof score])).toEqual(
    found.dorogi.map(() => ['string', 'number']),
  );
  expect(found.dorogi.map(({ score }) => score)).toEqual(
    found.dorogi.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  expect(found.dorogi.map(({ url }) => url)).toContain('/ru/news/2026/road-repairs/');
  expect([found.nothing, found.blank]).toEqual([[], []]);
});

test('what is withdrawn, held or removed is not found', async () => {
  const page = await open('/ru/search/');
  const urls = await page.evaluate(async () => {
    const element = document.querySelector('press-search') as unknown as {
      search(query: string): Promise<Array<{ url: string }>>;
    };
    const found = await Promise.all(
      ['тендер', 'needle', 'награда', 'список'].map((query) => element.search(query)),
    );
    return found.flat().map(({ url }) => url);
  });
  expect(urls.filter((url) => /tender|needle|list/u.test(url))).toEqual([]);
});

test('where the index cannot be loaded, the reader is told', async () => {
  const page = await open('/ru/');
  // Not refused, but broken: of a refused request the browser would complain on the console.
  await page.context().route('**/_search/pagefind.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const options = () => { throw 1 };',
    }),
  );
  await page.goto(at('/ru/search/?q=ремонт'));
  await said(page).toBe('Поиск не загрузился. Проверьте соединение и обновите страницу.');
});
