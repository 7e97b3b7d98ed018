import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { storageKey, typefaceKey } from '#browser/early-settings.ts';
import { difference, fileOf, lookOf, read } from './look.ts';
import { readerOf } from './reader.ts';

// Pages as they were when somebody last looked at them and found them good. To be looked at again after a change that is meant:
//
//     LOOKS=accept npx vitest run --project sites tests/browser/looks.test.ts
//
// and then at what has changed in tests/browser/looks/. Only pages in our own typeface: those of other machines are others.

const { open } = readerOf('mixed');
const folder = join(import.meta.dirname, 'looks');
const accept = process.env.LOOKS === 'accept';

/**
 * The part that may look otherwise. Measured: letters without hinting, smoothing or their exact places 0 to 0.022; the least of what the tests at the end
 * change 0.039.
 */
const tolerance = 0.03;

interface Case {
  readonly path: string;
  readonly width: number;
  readonly colorScheme?: 'dark';
  readonly settings?: Readonly<Record<string, string>>;
}

const cases = {
  home: { path: '/ru/', width: 1280 },
  'home-on-a-phone': { path: '/kk/', width: 390, colorScheme: 'dark' },
  article: { path: '/kk/news/2026/road-repairs/', width: 1280 },
  'article-on-a-phone': { path: '/ru/news/2026/road-repairs/', width: 390 },
  archive: { path: '/ru/archive/', width: 1280 },
  search: { path: '/kk/search/', width: 768 },
  'low-vision': {
    path: '/ru/news/2026/heat-warning/',
    width: 1280,
    settings: { colours: 'blue', size: 'large' },
  },
} satisfies Record<string, Case>;

async function show({ path, width, colorScheme = undefined, settings }: Case): Promise<Page> {
  const options: BrowserContextOptions = {
    viewport: { width, height: 900 },
    colorScheme: colorScheme ?? 'light',
    reducedMotion: 'reduce',
  };
  const page = await open(path, options);
  if (settings)
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key!, value!),
      [storageKey, JSON.stringify(settings)],
    );
  // The first page of a reader fetches the typeface, and the second one shows it.
  await page.waitForFunction((key) => localStorage.getItem(key), typefaceKey);
  await page.reload({ waitUntil: 'load' });
  await page.evaluate(() =>
    Promise.all([...document.images].map((image) => image.decode().catch(() => {}))),
  );
  expect(
    await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    ),
  ).toContain('Golos Text Jarshy');
  return page;
}

/** The look of a page when it has come to rest: a picture is painted some time after it is decoded. */
async function looked(page: Page) {
  let [before, now] = [await page.screenshot(), await page.screenshot()];
  while (!before.equals(now)) [before, now] = [now, await page.screenshot()];
  return lookOf(now);
}
const place = (name: string) => join(folder, `${name}.png`);

test.each(Object.entries<Case>(cases))('%s looks as it did', async (name, each) => {
  const look = await looked(await show(each));
  if (accept) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(place(name), await fileOf(look));
  }
  expect(existsSync(place(name))).toBe(true);
  expect(difference(look, await read(place(name)))).toBeLessThan(tolerance);
});

describe('what a reader would notice is noticed', () => {
  test.each([
    ['another accent', ':root { --accent: #0b6b3a !important; --band: #0b6b3a !important }'],
    ['a headline that has moved', 'main h1 { padding-block-start: 16px }'],
    ['letters of another face', 'html { font-family: serif !important }'],
    ['narrower lines', '.article-text { max-inline-size: 24rem }'],
    ['no header', '.site-header { display: none }'],
  ])('%s', async (_what, css) => {
    const page = await show(cases.article);
    const before = await looked(page);
    await page.evaluate(
      (text) =>
        void document
          .querySelector('style')!
          .sheet!.insertRule(
            `@media all { ${text} }`,
            document.querySelector('style')!.sheet!.cssRules.length,
          ),
      css,
    );
    expect(difference(before, await looked(page))).toBeGreaterThan(tolerance);
  });

  test.each(['text-rendering: geometricPrecision', 'letter-spacing: 0.003em'])(
    'letters that are drawn a little differently are not: %s',
    async (declaration) => {
      const page = await show(cases.article);
      const before = await looked(page);
      await page.evaluate(
        (text) =>
          void document
            .querySelector('style')!
            .sheet!.insertRule(
              `html { ${text} !important }`,
              document.querySelector('style')!.sheet!.cssRules.length,
            ),
        declaration,
      );
      expect(difference(before, await looked(page))).toBeLessThan(tolerance);
    },
  );
});
