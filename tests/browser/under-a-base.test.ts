import { expect, test } from 'vitest';
import { readerOf } from './reader.ts';

const { open, at } = readerOf('base-path', '/press/');

test('a site under a path can be walked from its door to a file', async () => {
  const page = await open('/');
  expect(page.url()).toMatch(/\/press\/$/u);
  await page.getByRole('link', { name: 'Водное хозяйство' }).click();
  await page.getByRole('link', { name: 'Проверено качество воды' }).first().click();
  expect(page.url()).toBe(at('/ru/news/2026/water-3/'));
  await page.getByRole('link', { name: 'в другом сообщении' }).click();
  expect(page.url()).toBe(at('/ru/news/2026/water-1/'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Таблица' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plan.csv');
});

test('its search finds, and its results lead there', async () => {
  const page = await open('/ru/search/?q=фильтр');
  await expect.poll(() => page.getByRole('status').textContent()).toContain('фильтр');
  await page.locator('press-search ol a').first().click();
  expect(page.url()).toBe(at('/ru/news/2026/water-2/'));
});

test('its emblem and pictures are shown', async () => {
  const page = await open('/kk/news/2026/water-1/');
  const shown = await page.locator('img').evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map(async (image) => {
        image.loading = 'eager';
        await image.decode();
        return image.naturalWidth > 0;
      }),
    ),
  );
  expect(shown).toEqual([true, true]);
});
