import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { builtSite } from '../sites/site.ts';
import { readerOf } from './reader.ts';

// What a finger has to meet: 44 × 44 px (WCAG 2.2, 2.5.5, AAA).

const controls = ':is(a[href], button, summary, select, input, textarea)';
/** Beside a date, in a line of small letters: 24 × 24 at least (2.5.8, AA). The same is reached by a link of full height elsewhere. */
const besideADate = '.meta a';
const all = { controls, least: 24 };
const usual = { controls: `${controls}:not(${besideADate})`, least: 44 };

interface Sought {
  readonly controls: string;
  readonly least: number;
}

/** What is smaller, left out what stands in a line of other words: its height is that of the line. */
function tooSmall(page: Page, sought: Sought): Promise<string[]> {
  return page.evaluate(({ controls, least }) => {
    const inSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let around = element.parentElement!;
      while (getComputedStyle(around).display === 'inline') around = around.parentElement!;
      const others = [...around.childNodes].map((node) =>
        node.contains(element) ? '' : node.textContent,
      );
      return (
        around.matches('p, li, dd, td, h1, h2, h3, figcaption, blockquote, .body *') &&
        /[\p{L}\p{N}]/u.test(others.join(''))
      );
    };
    return [...document.querySelectorAll(controls)].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || inSentence(element)) return [];
      // Who presses the words of a choice presses the choice.
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      return Math.min(width, height) < least - 0.01
        ? [
            `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.replaceAll(/\s+/gu, ' ').slice(0, 140)}`,
          ]
        : [];
    });
  }, sought);
}

const { open, visit } = readerOf('mixed');

describe.each(['/ru/', '/kk/'])('%s', (start) => {
  const { pages } = builtSite('mixed');
  const ofLanguage = pages
    .map(({ address }) => address)
    .filter((address) => address.startsWith(start));
  // Announcements differ most in what they have.
  const addresses = new Set([
    ...oneOfEachKind(ofLanguage),
    ...ofLanguage.filter((address) => address.includes('/news/')),
  ]);

  test.each([...addresses, '/', '/404.html'])(
    'nothing is too small for a finger: %s',
    async (address) => {
      const page = await visit(address);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page
          .locator('details')
          .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
        expect([width, await tooSmall(page, all), await tooSmall(page, usual)]).toEqual([
          width,
          [],
          [],
        ]);
      }
    },
  );

  test('nor is what a search has found', async () => {
    const page = await open(`${start}search/?q=Абай`);
    await page.locator('.results a').first().waitFor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await tooSmall(page, all), await tooSmall(page, usual)]).toEqual([
        width,
        [],
        [],
      ]);
    }
  });
});

test('what is too small is found, but for what stands in a line of words', async () => {
  const page = await open('/ru/');
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML(
        'beforeend',
        '<ul><li><a href="/a/">и</a></li></ul><p>Одно <a href="/b/">и</a> другое</p>',
      ),
  );
  expect(await tooSmall(page, all)).toEqual([expect.stringContaining('href="/a/"')]);
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML(
        'beforeend',
        '<p class="meta"><a href="/c/">рядом с датой</a></p><p><a href="/d/">не рядом</a></p>',
      ),
  );
  await page
    .locator('[href="/d/"]')
    .evaluate((link) => ((link as HTMLElement).style.display = 'inline-block'));
  expect(await tooSmall(page, all)).toEqual([expect.stringContaining('href="/a/"')]);
  expect(await tooSmall(page, usual)).toEqual([
    expect.stringContaining('href="/a/"'),
    expect.stringContaining('href="/d/"'),
  ]);
});
