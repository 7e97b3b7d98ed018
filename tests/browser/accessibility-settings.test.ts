import { describe, expect, test } from 'vitest';
import { storageKey } from '#browser/early-settings.ts';
import { readerSettings } from '#views/reader-settings.ts';
import { tooWide, violations } from './axe.ts';
import { type Case, pairwise, product } from './pairwise.ts';
import { readerOf } from './reader.ts';

// How readers may see a page. `npm test` has every two of these ways meet; `npm run axe:full` tries all that can be set
// in the low-vision version on every page, by day and by night.

const waysOf = (setting: keyof typeof readerSettings) => Object.keys(readerSettings[setting].values);

const pages = {
  page: ['/', '/archive/', '/archive/2026/05/', '/news/2026/road-repairs/', '/news/2026/open-day/', '/news/2026/council-meeting/', '/news/2026/tender/', '/topics/roads/', '/people/s-akhmetov/', '/search/', '/subscribe/', '/outcomes/', '/about/'],
  lang: ['kk', 'ru'],
};
const settings = { size: waysOf('size'), colours: waysOf('colours'), spacing: waysOf('spacing'), face: waysOf('face'), pictures: waysOf('pictures') };
const factors = {
  ...pages,
  ...settings,
  // 320 is also what a screen of 1280 has at 400 % (WCAG 1.4.10).
  width: [320, 1280],
  colorScheme: ['light', 'dark'] as const,
  forcedColors: ['none', 'active'] as const,
  reducedMotion: ['no-preference', 'reduce'] as const,
};

const full = process.env.AXE === 'full';
const cases: ReadonlyArray<Case<typeof factors>> = full
  ? product({ ...factors, forcedColors: ['none'] as const, reducedMotion: ['no-preference'] as const })
  : pairwise(factors);

describe('whatever readers have set', () => {
  const { open } = readerOf('mixed');

  test('there are enough cases and not too many', () => expect(full || (cases.length >= 65 && cases.length <= 150)).toBe(true));

  test.each(cases)('no rule is broken and nothing is too wide: $lang $page $size $colours $spacing $face $pictures $width $colorScheme $forcedColors $reducedMotion', async ({ lang, page: path, width, colorScheme, forcedColors, reducedMotion, ...set }) => {
    const page = await open(`/${lang}${path}`, { viewport: { width, height: 800 }, colorScheme, forcedColors, reducedMotion });
    await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [storageKey, JSON.stringify(set)]);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe(set.size);
    expect([await violations(page), await tooWide(page)]).toEqual([[], []]);
  });
});
