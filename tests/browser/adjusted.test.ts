import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { storageKey } from '#browser/early-settings.ts';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { builtSite } from '../sites/site.ts';
import { tooWide } from './axe.ts';
import { readerOf } from './reader.ts';

// What readers, their browsers and their systems do to a page, and it has to bear.

const { open } = readerOf('mixed');
const phone = { viewport: { width: 320, height: 800 } };

/** WCAG 2.2, 1.4.12. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** Texts that do not fit into what they stand in, and are cut there. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // A summary in a list is cut after four lines however it is spaced, and goes on behind its link. What is only read aloud has no size.
      if (element.matches('.teaser-summary') || clipPath !== 'none') return [];
      const isCut =
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
      return isCut ? [element.outerHTML.slice(0, 120)] : [];
    });
  });
}

describe('letters, words and lines as far apart as WCAG 1.4.12 allows', () => {
  const addresses = oneOfEachKind(
    builtSite('mixed')
      .pages.map(({ address }) => address)
      .filter((address) => address.startsWith('/kk/')),
  );

  test.each([...addresses, '/', '/404.html', '/kk/news/2025/components/'])(
    'nothing is cut off or too wide: %s',
    async (address) => {
      const page = await open(address, { ...phone, bypassCSP: true });
      await page.addStyleTag({ content: spacing });
      expect([await cutOff(page), await tooWide(page)]).toEqual([[], []]);
    },
  );

  test('what is cut off is found', async () => {
    const page = await open('/kk/archive/', { ...phone, bypassCSP: true });
    await page.addStyleTag({ content: `${spacing} h1 { block-size: 2rem; overflow: hidden }` });
    expect(await cutOff(page)).toEqual([expect.stringContaining('<h1')]);
  });
});

test('in the colours of the system, the page that is open is marked, and the button of the panel has its eye', async () => {
  const page = await open('/ru/archive/', { forcedColors: 'active', colorScheme: 'dark' });
  const seen = await page.evaluate(() => {
    const colour = (element: Element, pseudo?: string) => getComputedStyle(element, pseudo);
    const ground = colour(document.documentElement).backgroundColor;
    const lines = [...document.querySelectorAll('.main-nav a')].map((link) => [
      link.hasAttribute('aria-current'),
      colour(link).borderBlockEndColor !== ground,
    ]);
    return {
      isRight: lines.every(([isOpen, isSeen]) => isOpen === isSeen),
      open: lines.filter(([isOpen]) => isOpen).length,
      eye: colour(document.querySelector('.view summary')!, '::before').backgroundColor !== ground,
    };
  });
  expect(seen).toEqual({ isRight: true, open: 1, eye: true });
});

test.each([['/ru/search/'], ['/kk/']])(
  'with the largest letters on a phone, what is searched can be read in its field: %s',
  async (address) => {
    const page = await open(address, phone);
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key!, value!),
      [storageKey, JSON.stringify({ size: 'largest', spacing: 'wide' })],
    );
    await page.reload();
    const letters = await page
      .locator('#q')
      .evaluate((field) => field.clientWidth / parseFloat(getComputedStyle(field).fontSize));
    expect(letters).toBeGreaterThan(6);
  },
);
