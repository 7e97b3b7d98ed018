import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tooWide, violations } from './axe.ts';
import { readerOf } from './reader.ts';

const { open, at } = readerOf('shipped');
const mixed = readerOf('mixed');
const article = '/kk/news/2026/police-working-meeting/';

async function choose(page: Page, ...names: string[]): Promise<void> {
  const panel = page.locator('details.view');
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  for (const name of names) await panel.getByRole('radio', { name, exact: true }).check();
}

/** What a reader sees of their choices. */
function seen(page: Page) {
  return page.evaluate(() => {
    const { color, backgroundColor, fontFamily, letterSpacing, fontSize } = getComputedStyle(
      document.documentElement,
    );
    return {
      color,
      backgroundColor,
      serif: fontFamily.startsWith('Georgia'),
      spaced: parseFloat(letterSpacing) > 1,
      letters: parseFloat(fontSize),
    };
  });
}

const black = { color: 'rgb(255, 255, 255)', backgroundColor: 'rgb(0, 0, 0)' };

test('the panel stands closed in the header of every page under the name people look for', async () => {
  const page = await open(article);
  for (const [path, name] of [
    [article, 'Нашар көретіндерге арналған нұсқа'],
    ['/ru/', 'Версия для слабовидящих'],
    ['/ru/search/', 'Версия для слабовидящих'],
    ['/', 'Версия для слабовидящих'],
    ['/404.html', 'Нашар көретіндерге арналған нұсқа'],
  ] as const) {
    await page.goto(at(path));
    const summary = page.locator('.view summary').filter({ hasText: name });
    expect([path, await summary.isVisible(), await page.locator('.view[open]').count()]).toEqual([
      path,
      true,
      0,
    ]);
  }
});

test('the page at an old address has it too, as long as it stands there', async () => {
  const page = await mixed.open('/');
  // A browser may be told not to be led on.
  await page.route('**/kk/eski-jol/', async (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: (await (await route.fetch()).text()).replace(/<meta http-equiv="refresh"[^>]*>/u, ''),
    }),
  );
  await page.goto(mixed.at('/kk/eski-jol/'));
  // Nor does it stick to the edge of the window.
  expect(
    await page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top),
  ).toBeGreaterThan(24);
  await choose(page, 'Қара фонда ақ мәтін');
  expect(await seen(page)).toMatchObject(black);
  expect([await violations(page), await tooWide(page)]).toEqual([[], []]);
});

/** The words of headings that go over to the next line. Those with a hyphen of their own may. */
function partedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll('main :is(h1, h2, h3)')].map((heading) =>
      document.createTreeWalker(heading, NodeFilter.SHOW_TEXT),
    );
    const parted: string[] = [];
    for (const walker of texts) {
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of node.nodeValue!.matchAll(
          /(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu,
        )) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            parted.push(word);
        }
      }
    }
    return parted;
  });
}

test.each(['/kk/', '/ru/', article, article.replace('kk', 'ru'), '/kk/archive/', '/ru/subscribe/'])(
  'with the largest letters on a narrow phone, only words that fill a line are parted in headings: %s',
  async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 800 } });
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).hyphens)).toBe(
      'manual',
    );
    await page.evaluate(() => (document.documentElement.dataset['size'] = 'largest'));
    expect((await partedWords(page)).filter((word) => word.length < 12)).toEqual([]);
    // Which of the others get a hyphen is up to the browser and to the languages it knows.
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).hyphens)).toBe(
      'auto',
    );
  },
);

test('a heading that is too large for its words is noticed', async () => {
  const page = await open(article, { viewport: { width: 320, height: 800 } });
  await page.evaluate(() => {
    document.documentElement.dataset['size'] = 'largest';
    document.querySelector('h1')!.style.fontSize = '52px';
  });
  expect(await partedWords(page)).toContain('Алматыда');
});

describe('with script', () => {
  test('what is chosen is kept from page to page, in the other language, and when the browser comes back', async () => {
    const page = await open(article);
    const usual = await seen(page);
    await choose(page, 'Өте үлкен', 'Қара фонда ақ мәтін', 'Кең', 'Кертікті');
    expect(await page.locator('.view [role=status]').textContent()).toBe(
      'Баптаулар осы браузерде сақталды.',
    );
    const expected = {
      ...black,
      serif: true,
      spaced: true,
      letters: expect.closeTo(usual.letters * 2, 1),
    };
    expect(await seen(page)).toEqual(expected);
    await page.getByRole('link', { name: 'Русский', exact: true }).click();
    expect(await seen(page)).toEqual(expected);
    await page.locator('.main-nav a').nth(1).click();
    expect([page.url(), await seen(page)]).toEqual([at('/ru/archive/'), expected]);
    await page.reload();
    expect(await seen(page)).toEqual(expected);
    await page.goto(at('/404.html'));
    expect(await seen(page)).toEqual(expected);
    await page.goto(at('/ru/'));
    await page.locator('.view summary').click();
    expect(
      await page
        .locator('.view input:checked')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    ).toEqual(['largest', 'black', 'wide', 'serif', 'usual']);
    await page.getByRole('button', { name: 'Вернуть обычный вид' }).click();
    expect(await seen(page)).toEqual(usual);
    await page.reload();
    expect(await seen(page)).toEqual(usual);
  });

  test('nothing is painted before it is set', async () => {
    const page = await open('/ru/');
    await choose(page, 'Белым по чёрному');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        document.documentElement.dataset['early'] =
          document.documentElement.dataset['colours'] ?? 'not yet';
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(at(article));
    expect(await page.locator('html').getAttribute('data-early')).toBe('black');
  });

  test('where nothing can be stored, it works for this page and says so', async () => {
    const page = await open('/ru/');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.reload();
    await choose(page, 'Белым по чёрному');
    expect(await seen(page)).toMatchObject(black);
    expect(await page.locator('.view [role=status]').textContent()).toBe(
      'Настройки действуют только на этой странице: браузер их не сохраняет.',
    );
    await page.goto(at(article));
    expect((await seen(page)).backgroundColor).not.toBe(black.backgroundColor);
  });

  test.each(['null', '"black"', '{"colours":7}', '{', '{"__proto__":1}', '[]'])(
    'nonsense in the store is no trouble: %s',
    async (nonsense) => {
      const page = await open('/ru/');
      const usual = await seen(page);
      await page.evaluate((text) => localStorage.setItem('jarshy-view', text), nonsense);
      await page.reload();
      expect(await seen(page)).toEqual(usual);
      await choose(page, 'Белым по чёрному');
      expect(await seen(page)).toMatchObject(black);
    },
  );

  test('by the keyboard alone', async () => {
    const page = await open('/ru/');
    for (const key of [
      'Tab',
      'Tab',
      'Enter',
      'Tab',
      'Space',
      'ArrowDown',
      'Tab',
      'Space',
      'ArrowDown',
      'ArrowDown',
      'Enter',
    ])
      await page.keyboard.press(key);
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
      size: 'large',
      colours: 'black',
    });
    expect(page.url()).toBe(at('/ru/'));
  });
});

describe('without script', () => {
  test('a server that knows our rules keeps what is chosen, and leads back to the page', async () => {
    const page = await open(`${article}?from=elsewhere`, { javaScriptEnabled: false });
    const usual = await seen(page);
    await choose(page, 'Қара фонда ақ мәтін', 'Өте үлкен');
    await page.getByRole('button', { name: 'Есте сақтау' }).click();
    const expected = {
      ...black,
      serif: false,
      spaced: false,
      letters: expect.closeTo(usual.letters * 2, 1),
    };
    // Clicks do not wait for the next page.
    await expect.poll(async () => [page.url(), await seen(page)]).toEqual([at(article), expected]);
    await page.getByRole('link', { name: 'Русский', exact: true }).click();
    await expect
      .poll(async () => [page.url(), await seen(page)])
      .toEqual([at(article.replace('kk', 'ru')), expected]);
    // What is not chosen anew stays; what is chosen on the page is seen at once, over what is kept.
    await choose(page, 'С засечками', 'Чёрным по белому');
    expect(await seen(page)).toEqual({
      ...expected,
      serif: true,
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
    });
    await page.getByRole('button', { name: 'Запомнить' }).click();
    await expect.poll(async () => (await page.context().cookies()).length).toBe(3);
    await page.goto(at('/ru/archive/'));
    expect(await seen(page)).toEqual({
      ...expected,
      serif: true,
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
    });
    await page.locator('.view summary').click();
    expect([
      await page.locator('.view .here').isVisible(),
      await page.getByRole('button', { name: 'Вернуть обычный вид' }).count(),
    ]).toEqual([false, 1]);
    await page.getByRole('button', { name: 'Вернуть обычный вид' }).click();
    await expect
      .poll(async () => [page.url(), await seen(page), await page.context().cookies()])
      .toEqual([at('/ru/archive/'), usual, []]);
  });

  test('elsewhere the page follows the choice as long as it stands there, and says so', async () => {
    // A page that has an icon: browsers ask for one that is not there beside a text file.
    const page = await open('/ru/archive/', { javaScriptEnabled: false });
    await page.route('**/prefs.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: '/* */' }),
    );
    await page.goto(at('/ru/'));
    const usual = await seen(page);
    await choose(page, 'Белым по чёрному', 'Очень крупный', 'Увеличенные', 'С засечками');
    expect(await seen(page)).toEqual({
      ...black,
      serif: true,
      spaced: true,
      letters: expect.closeTo(usual.letters * 2, 1),
    });
    expect([
      await page.locator('.view .here').isVisible(),
      await page.getByRole('button', { name: 'Запомнить' }).count(),
    ]).toEqual([true, 0]);
    await page.getByRole('button', { name: 'Вернуть обычный вид' }).click();
    expect(await seen(page)).toEqual(usual);
  });
});

describe('pictures', () => {
  const picture = 'main img';
  const withPictures = '/ru/news/2026/pictures-of-this-site/';

  test('in grey', async () => {
    const page = await open(withPictures);
    await choose(page, 'Чёрно-белые');
    expect(
      await page
        .locator(picture)
        .first()
        .evaluate((image) => getComputedStyle(image).filter),
    ).toBe('grayscale(1)');
  });
  test('out of sight, but still told', async () => {
    const page = await open(withPictures);
    const told = await page.locator('main').ariaSnapshot();
    await choose(page, 'Не показывать');
    expect(
      await page
        .locator(picture)
        .evaluateAll(
          (images) => images.filter((image) => image.getBoundingClientRect().width > 1).length,
        ),
    ).toBe(0);
    expect(await page.locator('main').ariaSnapshot()).toBe(told);
  });
  test('out of sight, their words stand in their place, with as much contrast as a text', async () => {
    const page = await open(withPictures, { viewport: { width: 320, height: 800 } });
    await choose(page, 'Не показывать', 'Белым по чёрному');
    const words = await page.locator('main picture').evaluateAll((pictures) =>
      pictures.map((picture) => {
        const { content, color, display } = getComputedStyle(picture, '::after');
        return {
          told: content === `"${picture.querySelector('img')!.alt}" / ""`,
          color,
          display,
          isWide: picture.parentElement!.getBoundingClientRect().height > 20,
        };
      }),
    );
    expect(words.length).toBeGreaterThan(2);
    expect(await tooWide(page)).toEqual([]);
    expect(words).toEqual(
      words.map(() => ({
        told: true,
        color: 'rgb(255, 255, 255)',
        display: 'block',
        isWide: true,
      })),
    );
  });
  test('where a browser shows none, it shows their words itself', async () => {
    const page = await open('/');
    await page.route('**/_images/**', (route) =>
      route.fulfill({ contentType: 'image/webp', body: '' }),
    );
    await page.goto(at(withPictures));
    const first = page.locator(picture).first();
    expect(
      await first.evaluate((image: HTMLImageElement) => [
        image.naturalWidth,
        image.alt.length > 10,
        image.getBoundingClientRect().height > 20,
      ]),
    ).toEqual([0, true, true]);
  });
  test('a film is no picture: it stays', async () => {
    const page = await mixed.open('/kk/news/2025/components/');
    await choose(page, 'Көрсетпеу');
    expect(
      await page
        .locator('video')
        .first()
        .evaluate((film) => film.getBoundingClientRect().width > 200),
    ).toBe(true);
  });
});

test('the described film is opened by the keyboard, has captions and is not fetched before', async () => {
  const page = await mixed.open('/kk/news/2025/components/');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.reload();
  const name = 'Көпір туралы фильм: тифлотүсініктемесі бар нұсқа';
  const film = page.locator('.video details video');
  expect(await film.isVisible()).toBe(false);
  await page.locator('summary').filter({ hasText: name }).press('Enter');
  expect([
    await film.isVisible(),
    await film.getAttribute('title'),
    await film.locator('track[kind=captions]').count(),
  ]).toEqual([true, name, 1]);
  expect(asked.filter((path) => path.endsWith('.mp4'))).toEqual([]);
});

test('on paper a text is black on white, whatever was chosen for the screen', async () => {
  const page = await open(article);
  await choose(page, 'Қара фонда ақ мәтін');
  await page.emulateMedia({ media: 'print' });
  expect(
    await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]),
  ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
