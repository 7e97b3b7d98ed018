import { describe, expect, test } from 'vitest';
import {
  type Colour,
  contrast,
  goodContrast,
  grounds,
  leastContrast,
  legible,
} from '#schema/colour.ts';
import { looks } from '#outputs/reader-styles.ts';
import { writeTheme } from '#outputs/theme.ts';
import { sheets } from './sheets.ts';

type Tokens = Readonly<Record<string, string>>;

/** The colours of the tokens as a browser resolves them where no press office has set any. */
function tokensOf(css: string): Tokens {
  const found = [...css.matchAll(/--(?<name>[\w-]+):\s*(?<value>[^;]+);/gu)].map(
    ({ groups }) =>
      [groups!.name!, /#[0-9a-f]{3,6}\b/u.exec(groups!.value!)?.[0] ?? groups!.value!] as const,
  );
  return Object.fromEntries(found);
}

const [light, dark] = sheets
  .get('tokens.css')!
  .split('@media (prefers-color-scheme: dark)')
  .map(tokensOf) as [Tokens, Tokens];
const schemes = Object.fromEntries(
  Object.entries(looks.colours).map(([name, { tokens }]) => [
    name,
    tokensOf(
      Object.entries(tokens)
        .map(([token, value]) => `${token}: ${value};`)
        .join(''),
    ),
  ]),
);
const themes: Record<string, Tokens> = {
  light: { ...light, band: light.accent! },
  dark,
  ...schemes,
};

function colour(theme: string, name: string): Colour {
  const value = themes[theme]![name]!;
  return (
    value.length === 4 ? `#${[...value.slice(1)].map((digit) => digit + digit).join('')}` : value
  ) as Colour;
}

/** What stands on what, and the contrast it keeps: 7 for texts (AAA), 3 for what only marks a thing or draws its edge (WCAG 1.4.11). */
const pairs: Array<[string, string, number]> = [
  ...['ink', 'soft', 'accent', 'warn'].flatMap((text): Array<[string, string, number]> => [
    [text, 'paper', goodContrast],
    [text, 'tint', goodContrast],
  ]),
  ['ink', 'warn-tint', goodContrast],
  ['warn', 'warn-tint', goodContrast],
  ['ink', 'mark', goodContrast],
  ['on-accent', 'accent', goodContrast],
  ['good', 'paper', goodContrast],
  ['edge', 'paper', 3],
  ['edge', 'tint', 3],
  ['gold', 'paper', 3],
  ['gold', 'tint', 3],
];

describe.each(Object.keys(themes))('%s', (theme) => {
  test.each(pairs)('%s on %s keeps %s', (text, ground, least) =>
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(least),
  );
  // What a scheme left alone would come from the light or the dark page.
  test('no colour is forgotten', () =>
    expect(Object.keys(themes[theme]!)).toEqual(expect.arrayContaining(Object.keys(dark))));
});

describe.each(['light', 'dark'])('%s', (theme) => {
  test('the ground that a given colour is measured on is the one of the page', () =>
    expect(colour(theme, 'tint')).toBe(grounds[theme as keyof typeof grounds]));
});

describe('a colour that a press office gives', () => {
  test.each<Colour>(['#7a2e1d', '#0b5394', '#000000', '#006644'])(
    '%s can be read on a dark page too',
    (accent) => {
      const given = tokensOf(writeTheme({ theme: { accent }, base: '/' }));
      expect(given['accent-given']).toBe(accent);
      const there = given['accent-given-dark'] as Colour;
      expect(contrast(there, grounds.dark)).toBeGreaterThanOrEqual(goodContrast);
      expect(contrast(there, colour('dark', 'on-accent'))).toBeGreaterThanOrEqual(leastContrast);
    },
  );
  test('without one, nothing is set', () =>
    expect(tokensOf(writeTheme({ theme: {}, base: '/' }))).toEqual({}));
  test('the measure finds what is too light', () =>
    expect(legible('#4d9de0', '#000000', grounds.light, leastContrast)).not.toBe('#4d9de0'));
});
