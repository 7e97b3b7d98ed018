import { describe, expect, test } from 'vitest';
import type { SiteName } from '../sites/build-all.ts';
import { oneOfEachKind } from '../sites/kinds-of-page.ts';
import { builtSite } from '../sites/site.ts';
import { ofColours, tooWide, violations } from './axe.ts';
import { readerOf } from './reader.ts';

/** The widths of a small phone and of a desk, in CSS pixels; 320 is what WCAG 1.4.10 asks for. */
const widths = [320, 1280];

/** By night, a page differs in nothing but its colours. */
const schemes = [
  ['light', undefined],
  ['dark', ofColours],
] as const;

describe.each<[SiteName, string, readonly string[]]>([
  // Besides one of each kind in each language, announcements that hold what others do not.
  [
    'mixed',
    '',
    [
      '2026/road-repairs',
      '2026/open-day',
      '2026/council-meeting',
      '2026/tender',
      '2026/later-in-russian',
      '2025/markup',
      '2025/components',
    ].map((id) => `/ru/news/${id}/`),
  ],
  ['right-to-left', '/ar/', ['/', '/404.html']],
])('%s', (name, start, more) => {
  const { visit } = readerOf(name);
  const addresses = new Set([
    ...oneOfEachKind(
      builtSite(name)
        .pages.map(({ address }) => address)
        .filter((address) => address.startsWith(start)),
    ),
    ...more,
  ]);

  test('there are pages of each kind', () => expect(addresses.size).toBeGreaterThan(12));

  test.each([...addresses])(
    'no rule of WCAG 2.2 AA is broken and nothing is too wide, on a phone and a desk, by day and night: %s',
    async (address) => {
      const page = await visit(address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect([width, await tooWide(page)]).toEqual([width, []]);
        for (const [colorScheme, rules] of schemes) {
          await page.emulateMedia({ colorScheme });
          const found = await violations(page, rules);
          expect([width, colorScheme, found]).toEqual([width, colorScheme, []]);
        }
      }
    },
  );
});

describe('where something has happened', () => {
  const { open } = readerOf('mixed');

  test.each(['light', 'dark'] as const)('results of a search, %s', async (colorScheme) => {
    const page = await open('/ru/search/?q=дорога', {
      viewport: { width: 320, height: 800 },
      colorScheme,
    });
    await page.locator('press-search ol li').first().waitFor();
    expect([await violations(page), await tooWide(page)]).toEqual([[], []]);
  });

  test('what is broken is found', async () => {
    const page = await open('/ru/');
    await page.evaluate(() => {
      document
        .querySelector('h1')!
        .insertAdjacentHTML(
          'beforebegin',
          '<img src="/favicon.svg"><p id="grey">Серые слова</p><pre id="wide"></pre>',
        );
      document.getElementById('grey')!.style.cssText =
        'color: #ccc; background: #fff; font-size: 16px';
      document.getElementById('wide')!.style.cssText = 'min-width: 3000px';
    });
    expect((await violations(page)).map((violation) => violation.split(':')[0])).toEqual([
      'color-contrast',
      'image-alt',
    ]);
    expect(await tooWide(page)).toContainEqual(expect.stringContaining('id="wide"'));
  });
});
