import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readerOf } from './reader.ts';

const { open } = readerOf('right-to-left');

/** Where an element begins and ends, as parts of the width of the screen. */
const across = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left: left / innerWidth, right: right / innerWidth };
    });

test('a page in Arabic begins at the right, one in Russian at the left', async () => {
  const [arabic, russian] = await Promise.all(['/ar/', '/ru/'].map((path) => open(path)));
  for (const selector of ['.brand', '.main-nav a', 'h1', '.teaser-title a']) {
    const [there, here] = await Promise.all(
      [arabic!, russian!].map((page) => across(page, selector)),
    );
    expect([selector, there!.right > 0.85, here!.left < 0.15]).toEqual([selector, true, true]);
  }
});

test('what is written from left to right stays so inside', async () => {
  const page = await open('/ar/');
  expect(
    await page
      .getByRole('link', { name: '+966 11 000 0000' })
      .evaluate((link) => getComputedStyle(link).direction),
  ).toBe('ltr');
  const foreign = page.locator('.elsewhere li').first();
  expect([
    await foreign.getAttribute('lang'),
    await foreign.evaluate((item) => getComputedStyle(item).direction),
  ]).toEqual(['ru', 'ltr']);
});

test('its search finds and counts in Arabic', async () => {
  const page = await open('/ar/search/?q=العملات');
  await expect.poll(() => page.getByRole('status').textContent()).toContain('بيان واحد');
  expect(await page.locator('press-search ol a').allTextContents()).toEqual([
    'معرض العملات القديمة',
  ]);
});
