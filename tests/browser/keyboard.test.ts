import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { storageKey } from '#browser/early-settings.ts';
import { readerSettings } from '#views/parts/reader-setting-choices.ts';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { builtSite } from '../sites/site.ts';
import { type Stop, step, stepTo, walk } from './focus.ts';
import { readerOf } from './reader.ts';

// What a reader does who has no mouse. Nothing here is clicked; on each step, the reader must see where they are.

const { open, at } = readerOf('mixed');
const shipped = readerOf('shipped');
const widths = [320, 1280];
/** Without smooth scrolling, which a test would have to wait for. */
const still = { reducedMotion: 'reduce' } as const;
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

describe.each(widths)('on a screen of %i pixels', (width) => {
  const come = (path: string) => open(path, { ...still, viewport: { width, height: 800 } });

  test('over the header to the newest announcement', async () => {
    const page = await come('/ru/');
    expect((await step(page))!.name).toBe('Перейти к содержанию');
    await page.keyboard.press('Enter');
    const title = await page.locator('.teaser-title a').first().textContent();
    // Nothing of the header is passed any more.
    const stop = await stepTo(page, title!);
    expect(stop.element).toContain('/ru/news/2026/');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toBe(title);
  });

  test('to the other language and back', async () => {
    const page = await come('/ru/news/2026/road-repairs/');
    await stepTo(page, 'Қазақша');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/kk/news/2026/road-repairs/'));
    await stepTo(page, 'Русский');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/ru/news/2026/road-repairs/'));
  });

  test('into the version for people with low vision, and out of it', async () => {
    const page = await come('/ru/archive/');
    const set = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
    await stepTo(page, 'Версия для слабовидящих');
    await page.keyboard.press('Enter');
    // A choice is one step for the Tab key, and the arrows choose.
    await stepTo(page, 'Обычный');
    await page.keyboard.press('ArrowDown');
    await stepTo(page, 'Как на устройстве');
    for (let steps = 0; steps < 2; steps++) await page.keyboard.press('ArrowDown');
    expect(await set()).toEqual({ size: 'large', colours: 'black' });
    expect(await page.locator('.view').getByRole('status').textContent()).toBe(
      'Настройки сохранены в этом браузере.',
    );
    await stepTo(page, 'Версия для слабовидящих', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.view[open]').count()).toBe(0);
    await stepTo(page, 'Поиск');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/ru/search/'));
    expect(await set()).toEqual({ size: 'large', colours: 'black' });
    await stepTo(page, 'Версия для слабовидящих');
    await page.keyboard.press('Space');
    await stepTo(page, 'Вернуть обычный вид');
    await page.keyboard.press('Enter');
    expect(await set()).toEqual({});
  });

  test('through a search to what is found, and back to where it was found', async () => {
    const page = await come('/ru/');
    const results = () => page.locator('.results h2').allTextContents();
    await stepTo(page, 'Что вы ищете?');
    await page.keyboard.type('дорога');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await results()).length).toBeGreaterThan(1);
    expect(await page.getByRole('status').last().textContent()).toContain('«дорога»');
    const found = await results();

    await stepTo(page, 'Фильтры и порядок');
    await page.keyboard.press('Enter');
    await stepTo(page, 'Год');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2026');
    await page.keyboard.press('ArrowUp');
    await expect.poll(results).toEqual(found);

    await stepTo(page, found[0]!);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toBe(found[0]);
    // The key for it is the browser's, and no part of the page.
    await page.goBack();
    await expect.poll(results).toEqual(found);
  });

  test('along the pictures of a gallery, and on', async () => {
    const page = await shipped.open('/ru/news/2026/pictures-of-this-site/', {
      ...still,
      viewport: { width, height: 800 },
    });
    const strip = page.locator('.gallery');
    await stepTo(page, 'Изображения');
    // A key that comes while the strip still moves is the browser's affair: it ends the movement where it was going.
    const atRest = strip.evaluate((element) => new Promise((end) => (element.onscrollend = end)));
    await page.keyboard.press('ArrowRight');
    await atRest;
    expect(await strip.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    await stepTo(page, /./u);
  });

  test('from page to page of the archive, and into a year', async () => {
    const page = await come('/ru/archive/');
    for (const [name, path] of [
      ['Старше', '/ru/archive/2/'],
      ['Старше', '/ru/archive/3/'],
      ['Новее', '/ru/archive/2/'],
      ['2026', '/ru/archive/2026/'],
    ] as const) {
      await stepTo(page, name);
      await page.keyboard.press('Enter');
      await page.waitForURL(at(path));
    }
    await stepTo(page, 'Проспект Абая отремонтируют');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/ru/news/2026/road-repairs/'));
  });

  test.each([
    [
      '/ru/news/2026/road-repairs/',
      'Скопировать ссылку',
      '.share',
      'Ссылка скопирована.',
      'https://press.example.org/ru/news/2026/road-repairs/',
    ],
    [
      '/ru/subscribe/',
      /^Скопировать: .*\/ru\/rss\.xml$/u,
      'copy-address',
      'Адрес скопирован.',
      'https://press.example.org/ru/rss.xml',
    ],
  ])(
    'a copied address is told, and the keyboard stays where it is: %s',
    async (path, name, around, told, address) => {
      const page = await open(path, {
        ...still,
        viewport: { width, height: 800 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const button = await stepTo(page, name);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.locator(around).first().getByRole('status').textContent())
        .toBe(told);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
      expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(
        button.name.split(':')[0],
      );
    },
  );
});

/** What can be worked with, and so must be reached; of a group of choices, one. */
function workable(page: Page): Promise<Array<[number, string]>> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    return [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, video[controls], [tabindex]',
      ),
    ]
      .filter(
        (element) =>
          element.tabIndex >= 0 &&
          !element.matches(':disabled') &&
          element.checkVisibility({ visibilityProperty: true }),
      )
      .filter(
        (element) =>
          !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
      )
      .map((element) => [all.indexOf(element), element.outerHTML.slice(0, 100)]);
  });
}

/** Steps that go back to what was read before: up, and not to a column further on. */
function backward(stops: readonly Stop[], isRightToLeft: boolean): string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before || stop.box.top >= before.box.top - 1) return [];
    const on = isRightToLeft
      ? stop.box.right <= before.box.left + 1
      : stop.box.left >= before.box.right - 1;
    // On one line, a taller element may begin above a lower one.
    return on ? [] : [`${before.element} → ${stop.element}`];
  });
}

/** What is wrong with a walk through a page. */
async function faultsOf(page: Page): Promise<string[]> {
  const stops = await walk(page);
  const reached = new Set(stops.map(({ number }) => number));
  const order =
    [...reached].toSorted((a, b) => a - b).join() === [...reached].join()
      ? []
      : ['the order is not that of the text'];
  return [
    ...stops.flatMap(({ element, faults }) => faults.map((fault) => `${element}: ${fault}`)),
    ...(await workable(page)).flatMap(([number, element]) =>
      reached.has(number) ? [] : [`${element}: never reached`],
    ),
    ...order,
    // The way over the header lies above the page until it is needed.
    ...backward(
      stops.filter(({ element }) => !element.includes('class="skip"')),
      await page.evaluate(() => document.documentElement.dir === 'rtl'),
    ),
  ];
}

describe.each([
  ['mixed', '/ru/', 320],
  ['mixed', '/kk/', 1280],
  ['right-to-left', '/ar/', 320],
] as const)('%s%s at %i pixels', (name, start, width) => {
  const { visit } = readerOf(name);
  const addresses = oneOfEachKind(
    builtSite(name)
      .pages.map(({ address }) => address)
      .filter((address) => address.startsWith(start)),
  );
  // From right to left, what stands beside something else is enough.
  const walked =
    name === 'mixed'
      ? addresses
      : addresses.filter((address) => /^\/ar\/(?:$|news|archive\/$|search)/u.test(address));

  test.each([...walked, '/', '/404.html'])(
    'the keyboard comes to everything, in the order in which it is read, sees where it is, and is held nowhere: %s',
    async (address) => {
      const page = await visit(address, { ...still, width });
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});

describe('however a page is set', () => {
  const set = (choices: object) => ({
    storageState: {
      cookies: [],
      origins: [
        {
          origin: new URL(at('/')).origin,
          localStorage: [{ name: storageKey, value: JSON.stringify(choices) }],
        },
      ],
    },
  });

  test.each<[string, () => BrowserContextOptions]>([
    ['at night', () => ({ colorScheme: 'dark' })],
    ['in the colours of the system', () => ({ forcedColors: 'active' })],
    ...Object.keys(readerSettings.colours.values).map(
      (colours): [string, () => BrowserContextOptions] => [colours, () => set({ colours })],
    ),
    ['with the largest letters far apart', () => set({ size: 'largest', spacing: 'wide' })],
    ['without pictures', () => set({ pictures: 'off' })],
  ])('the keyboard is seen: %s', async (_way, options) => {
    const page = await open('/kk/news/2025/components/', {
      ...still,
      viewport: { width: 320, height: 800 },
      ...options(),
    });
    await page.locator('.view').evaluate((panel) => panel.setAttribute('open', ''));
    expect(await faultsOf(page)).toEqual([]);
  });

  test('with results and filters of a search', async () => {
    const page = await open('/ru/search/?q=дорога&sort=date', {
      ...still,
      viewport: { width: 320, height: 800 },
    });
    await page.locator('.results li').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

test.each([
  ['no mark', '', 'a { outline: none !important }', 'its mark is 0 px thick'],
  ['a pale mark', '', 'a { outline-color: #ddd !important }', 'its mark has a contrast of 1.'],
  [
    'a mark that is cut off',
    '',
    '.brand { overflow: hidden } .brand span { overflow: clip } .main-nav li { overflow: hidden }',
    'its mark is cut off by LI.',
  ],
  [
    'a bar that lies over the page',
    '<div id="bar">Согласие</div>',
    '#bar { position: fixed; inset: 30% 0 0; background: red }',
    'DIV. lies over it',
  ],
  [
    'a button that no key comes to',
    '<button onfocus="this.blur()">Ещё</button>',
    '',
    'never reached',
  ],
  ['a box without a name', '<div tabindex="0">Таблица</div>', '', 'nobody is told what it is'],
  [
    'a name that is not what is seen',
    '<a href="/a/" aria-label="Далее">Отчёт</a>',
    '',
    'it is called otherwise than is seen',
  ],
  [
    'an order of its own',
    '<a href="/a/" tabindex="1">А</a>',
    '',
    'the order is not that of the text',
  ],
  ['an order that only the screen has', '', '.main-nav ul { flex-direction: column-reverse }', '→'],
])('what is broken is found: %s', async (_what, html, css, fault) => {
  const page = await open('/ru/archive/', { ...still, bypassCSP: true });
  await page.evaluate(
    (markup) => document.querySelector('main')!.insertAdjacentHTML('beforeend', markup),
    html,
  );
  await page.addStyleTag({ content: css || '/* */' });
  expect((await faultsOf(page)).join('\n')).toContain(fault);
});
