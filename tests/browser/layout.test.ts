import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from './reader.ts';

// Where things stand, not their pixels: faces are drawn a little differently on every machine, boxes fall into the same places.

const { open } = readerOf('shipped');
const source = '/kk/news/2026/police-working-meeting/';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function box(page: Page, selector: string): Promise<Box> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });
}

/** How the second of two things stands to the first. */
async function place(
  page: Page,
  first: string,
  second: string,
): Promise<'below' | 'beside' | 'over'> {
  const [a, b] = [await box(page, first), await box(page, second)];
  if (b.top >= a.bottom - 1) return 'below';
  return b.left >= a.right - 1 || b.right <= a.left + 1 ? 'beside' : 'over';
}

describe.each([
  [280, 'below'],
  [390, 'below'],
  [768, 'below'],
  [1280, 'beside'],
  [1920, 'beside'],
] as const)('on a screen of %i pixels', (width, side) => {
  test.each([
    [source, '.article-text', '.about'],
    ['/ru/', '.columns > :first-child', '.side'],
    ['/ru/archive/', '.columns > :first-child', '.side'],
  ])(`on %s, what goes with the text stands ${side}`, async (path, text, more) => {
    const page = await open(path, { viewport: { width, height: 900 } });
    expect(await place(page, text, more)).toBe(side);
    expect([
      await place(page, '.site-header', 'main'),
      await place(page, 'main', '.site-footer'),
    ]).toEqual(['below', 'below']);
  });

  test('lines are no longer than can be read', async () => {
    const page = await open(source, { viewport: { width, height: 900 } });
    const { left, right } = await box(page, '.body p');
    const letter = await page
      .locator('.body')
      .evaluate((body) => parseFloat(getComputedStyle(body).fontSize));
    // Half an em is about a letter: 80 at most (WCAG 1.4.8).
    expect((right - left) / (letter / 2)).toBeLessThanOrEqual(80);
  });
});

test('letters twice as large turn a wide page into a narrow one', async () => {
  const page = await open(source, { viewport: { width: 1280, height: 900 } });
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'));
  expect(await place(page, '.article-text', '.about')).toBe('below');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test('Kazakh letters are drawn by our own typeface', async () => {
  const page = await open(source);
  // From the second visit on the file is at hand.
  await page.evaluate(() => document.fonts.load("1rem 'Golos Text Jarshy'", 'ә'));
  await page.reload();
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: '.body p',
  });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual([
    ['Golos Text', true],
  ]);
});

test('on paper stand the text and the address, and no way to anywhere', async () => {
  const page = await open(source);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const shown = await page.evaluate(() =>
    ['.main-nav', '.site-footer', '.after', '.body', '.print-only'].map(
      (selector) => getComputedStyle(document.querySelector(selector)!).display !== 'none',
    ),
  );
  expect(shown).toEqual([false, false, false, true, true]);
  expect(await page.locator('.print-only').textContent()).toContain(
    'https://press.example.org/kk/news/2026/police-working-meeting/',
  );
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
});

test('the address of an announcement can be copied, and the copying is told', async () => {
  const page = await open(source, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Сілтемені көшіру' }).click();
  await expect
    .poll(() => page.locator('.share [role=status]').textContent())
    .toBe('Сілтеме көшірілді.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://press.example.org/kk/news/2026/police-working-meeting/',
  );
});

test('where the clipboard is closed, an address is told to be copied by hand', async () => {
  const page = await open('/kk/subscribe/');
  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new Error('denied')),
    }),
  );
  await page.locator('copy-address button').first().click();
  await expect
    .poll(() => page.locator('copy-address').first().getByRole('status').textContent())
    .toBe('Мекенжайды өзіңіз көшіріп алыңыз: https://press.example.org/kk/rss.xml');
});

test('without script there is no button that would do nothing', async () => {
  const page = await open(source, { javaScriptEnabled: false });
  expect(await page.locator('.share').isVisible()).toBe(false);
});
