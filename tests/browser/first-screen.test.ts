import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from './reader.ts';

// What a citizen sees first on a cheap phone: what happened, and not who says it.

const { open } = readerOf('shipped');
const phone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

/** Where an element ends: from the start of the page. */
function bottom(page: Page, selector: string, index = 0): Promise<number> {
  return page
    .locator(selector)
    .nth(index)
    .evaluate((element) => element.getBoundingClientRect().bottom);
}

/** Where each line of the text of an element ends. */
function lines(page: Page, selector: string): Promise<number[]> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...new Set([...range.getClientRects()].map(({ bottom: end }) => Math.round(end)))];
    });
}

describe.each(['kk', 'ru'])('the first screen of a phone: %s', (lang) => {
  const source = `/${lang}/news/2026/police-working-meeting/`;

  test.each([`/${lang}/`, source, `/${lang}/search/`, `/${lang}/archive/`])(
    'the header is one row: %s',
    async (path) => {
      const page = await open(path, phone);
      expect(await bottom(page, '.site-header')).toBeLessThanOrEqual(64);
      // A mark is as high as a finger, and nothing stands over anything.
      const boxes = await page
        .locator('.site-header :is(.brand, .languages a, .to-search, summary)')
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect())
            .map(({ left, right, height }) => ({ left, right, height })),
        );
      expect(boxes.length).toBe(4);
      expect(boxes.filter(({ height }) => height < 43.9)).toEqual([]);
      const sorted = boxes.toSorted((a, b) => a.left - b.left);
      for (const [index, { right }] of sorted.slice(0, -1).entries())
        expect(sorted[index + 1]!.left).toBeGreaterThanOrEqual(right - 0.5);
    },
  );

  test.each([320, 340, 360, 374, 390])(
    'the navigation is one row, and all of it is there: %i',
    async (width) => {
      const page = await open(`/${lang}/archive/`, { viewport: { width, height: 740 } });
      const tops = await page
        .locator('.main-nav a')
        .evaluateAll((links) =>
          links
            .filter((link) => link.checkVisibility())
            .map((link) => Math.round(link.getBoundingClientRect().top)),
        );
      expect(tops.length).toBeGreaterThan(2);
      expect(new Set(tops).size).toBe(1);
      expect(
        await page.locator('.main-nav ul').evaluate((list) => list.scrollWidth - list.clientWidth),
      ).toBeLessThanOrEqual(0);
    },
  );

  test('home: a whole headline with its picture, and the next title', async () => {
    const page = await open(`/${lang}/`, phone);
    expect(await bottom(page, 'main .teaser img')).toBeLessThan(740);
    expect(await bottom(page, 'main .teaser-title')).toBeLessThan(740);
    expect(await bottom(page, 'main .teaser-title', 1)).toBeLessThan(740);
    expect(
      await page.evaluate(() => document.documentElement.scrollHeight / innerHeight),
    ).toBeLessThanOrEqual(5);
  });

  test('an announcement: two lines of its text', async () => {
    const page = await open(source, phone);
    const [, second] = await lines(page, '.body p');
    expect(second).toBeLessThan(740);
  });

  test('a search: the first answer above the keyboard, the first announcement on the screen', async () => {
    const page = await open(`/${lang}/search/?q=полиция`, phone);
    await page.locator('.results a').first().waitFor();
    expect(await bottom(page, ':is(.entries, .results) a')).toBeLessThan(440);
    expect(await bottom(page, '.results a')).toBeLessThan(740);
  });
});

test('the page of languages shows each of them, and the way into it', async () => {
  const page = await open('/', phone);
  for (const index of [0, 1]) {
    expect(await bottom(page, 'h1', index)).toBeLessThan(740);
    expect(await bottom(page, '.enter', index)).toBeLessThan(740);
  }
});

test.each([320, 360, 1280])(
  'the longest word of a title keeps its last letter, however large the letters: %i',
  async (width) => {
    const page = await open('/kk/news/2026/police-working-meeting/', {
      viewport: { width, height: 740 },
    });
    for (const size of ['', 'large', 'largest']) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset['size'] = chosen;
        document.documentElement.lang = 'xx'; // No language that a browser could hyphenate.
        document.querySelector('h1')!.textContent =
          'Алматы қаласы Полиция департаментінің жауапкершіліктерін күшейту';
        document.querySelector('h1')!.className = 'longest-20';
      }, size);
      const parted = await page.locator('h1').evaluate((heading) => {
        const text = heading.firstChild!;
        return [...text.nodeValue!.matchAll(/\S+/gu)]
          .filter(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
          })
          .map(([word]) => word);
      });
      expect([size, parted]).toEqual([size, []]);
    }
  },
);
