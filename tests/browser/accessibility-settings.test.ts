import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { storageKey } from '#browser/early-settings.ts';
import { readerSettings } from '#views/parts/reader-setting-choices.ts';
import { tooWide, violations } from './axe.ts';
import { type Case, pairwise, product } from './pairwise.ts';
import { readerOf } from './reader.ts';

// How readers may see a page. `npm test` has every two of these ways meet; `npm run axe:full` tries all that can be set
// in the low-vision version on every page, by day and by night.

const waysOf = (setting: keyof typeof readerSettings) =>
  Object.keys(readerSettings[setting].values);

const pages = {
  page: [
    '/',
    '/archive/',
    '/archive/2026/05/',
    '/news/2026/road-repairs/',
    '/news/2026/open-day/',
    '/news/2026/council-meeting/',
    '/news/2026/tender/',
    '/topics/roads/',
    '/people/s-akhmetov/',
    '/search/',
    '/subscribe/',
    '/outcomes/',
    '/about/',
  ],
  lang: ['kk', 'ru'],
};
const settings = {
  size: waysOf('size'),
  colours: waysOf('colours'),
  spacing: waysOf('spacing'),
  face: waysOf('face'),
  pictures: waysOf('pictures'),
};
const factors = {
  ...pages,
  ...settings,
  // 320 is also what a screen of 1280 has at 400 % (WCAG 1.4.10).
  width: [320, 1280],
  colorScheme: ['light', 'dark'] as const,
  forcedColors: ['none', 'active'] as const,
  reducedMotion: ['no-preference', 'reduce'] as const,
};

const { open, visit } = readerOf('mixed');
const full = process.env.AXE === 'full';

/** Puts on a page what a reader has set, as the script in its head does. */
function put(page: Page, set: Case<typeof settings>): Promise<void> {
  return page.evaluate(
    (values) => void Object.assign(document.documentElement.dataset, values),
    set,
  );
}

describe.skipIf(full)('whatever readers have set', () => {
  const cases = pairwise(factors);
  test('there are enough cases and not too many', () =>
    expect(cases.length >= 65 && cases.length <= 150).toBe(true));

  test.each(cases)(
    'no rule is broken and nothing is too wide: $lang $page $size $colours $spacing $face $pictures $width $colorScheme $forcedColors $reducedMotion',
    async ({ lang, page: path, width, colorScheme, forcedColors, reducedMotion, ...set }) => {
      const page = await visit(`/${lang}${path}`, {
        width,
        colorScheme,
        forcedColors,
        reducedMotion,
        stored: { [storageKey]: JSON.stringify(set) },
      });
      expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe(set.size);
      expect([await violations(page), await tooWide(page)]).toEqual([[], []]);
    },
  );
});

describe.runIf(full)('whatever readers can set', () => {
  // A page is opened once for each screen and set in all ways one after the other; the screens are asked side by side.
  const [ways, screens] = [
    product(settings),
    product({ width: factors.width, colorScheme: factors.colorScheme }),
  ];

  test.each(product(pages))(
    `no rule is broken and nothing is too wide in ${ways.length} × ${screens.length} ways: $lang $page`,
    { timeout: 3_600_000 },
    async ({ lang, page: path }) => {
      const found = await Promise.all(
        screens.map(async ({ width, colorScheme }) => {
          const page = await open(`/${lang}${path}`, {
            viewport: { width, height: 800 },
            colorScheme,
          });
          const faults: unknown[] = [];
          for (const set of ways) {
            await put(page, set);
            const wrong = [...(await violations(page)), ...(await tooWide(page))];
            if (wrong.length > 0) faults.push({ width, colorScheme, ...set, wrong });
          }
          return faults;
        }),
      );
      expect(found.flat()).toEqual([]);
    },
  );

  test('a way in which a page is broken is found', async () => {
    const page = await open('/kk/', { bypassCSP: true });
    await page.addStyleTag({
      content: '[data-size="largest"] body { color: #777; background: #777 }',
    });
    const inSize = async (size: string) => {
      await put(page, { ...ways[0]!, size });
      return violations(page);
    };
    expect(await inSize('usual')).toEqual([]);
    expect(await inSize('largest')).not.toEqual([]);
  });
});
