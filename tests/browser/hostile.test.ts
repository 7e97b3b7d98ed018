import { expect, test } from 'vitest';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { builtSite } from '../sites/site.ts';
import { readerOf } from './reader.ts';

// After each test the reader sees that no page complained (what a policy stops is a complaint) and none asked another host for anything.
const { open, visit } = readerOf('hostile');

declare global {
  interface Window {
    /** What the fixture would set if anything of it ran. */
    ran?: string;
  }
}

test.each(oneOfEachKind(builtSite('hostile').pages.map(({ address }) => address)))(
  'nothing runs on %s',
  async (address) => {
    const page = await visit(address);
    await page.evaluate(() =>
      Promise.all(
        [...document.images].map(
          (image) => ((image.loading = 'eager'), image.decode().catch(() => undefined)),
        ),
      ),
    );
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  },
);

test.each([
  '<script>window.ran=1</script>',
  '"><img src=x onerror=window.ran=1>',
  '</title><svg onload=window.ran=1>',
  "');window.ran=1;('",
  '{{window.ran=1}}',
  '${window.ran=1}',
  '%00%0d%0aSet-Cookie: a=b',
  'window',
])('a question stays a question: %s', async (question) => {
  const page = await open(
    `/ru/search/?q=${encodeURIComponent(question)}&topic=${encodeURIComponent(question)}`,
  );
  await expect.poll(() => page.getByRole('status').textContent()).not.toBe('');
  expect(await page.locator('#q').inputValue()).toBe(question.trim());
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  expect(await page.locator('press-search :is(script, img, svg)').count()).toBe(0);
});
