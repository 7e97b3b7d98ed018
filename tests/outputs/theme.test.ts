import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTypeface } from '#snapshot/typeface.ts';
import { golosAdvance, writeTheme } from '#outputs/theme.ts';

const folder = join(import.meta.dirname, '../../src/styles/fonts');
const golos = readTypeface(folder, {
  theme: { fontFile: 'golos-text.woff2' },
  locales: ['kk', 'ru', 'en'],
}).typeface!;

test('nothing set, nothing said', () => expect(writeTheme({ theme: {}, base: '/' })).toBe(''));

test('the stand-ins of our own typeface, computed, are those that were measured', () => {
  expect(golos.advance).toBeCloseTo(golosAdvance, 3);
  const written = writeTheme({ theme: {}, base: '/press/' }, golos);
  expect(written).toContain(
    `src: url("/press${golos.address}") format("woff2"); font-weight: 400 700; font-display: optional`,
  );
  const byHand = readFileSync(join(folder, '../fonts.css'), 'utf8');
  const overrides = (css: string) =>
    [...css.matchAll(/(?<name>[\w-]+-(?:adjust|override)): (?<value>[\d.]+)%/gu)].map(
      ({ groups }) => [groups!.name, Number(groups!.value)],
    );
  expect(overrides(written)).toEqual(
    overrides(byHand).map(([name, value]) => [name, expect.closeTo(value as number, 0)]),
  );
  expect(overrides(byHand)).toHaveLength(8);
});

test('the file comes before a family of the device', () => {
  expect(
    writeTheme({ theme: { fontFile: 'a.woff2', font: 'PT Sans' }, base: '/' }, golos),
  ).toContain(
    '--face-given: "Press Face", "Press Face Stand-in", "Press Face Second Stand-in", "PT Sans";',
  );
});

test.each(['x"; } body { color: red', 'a\\', '</style><script>', 'a\nb'])(
  'a name stays a name: %j',
  (font) => {
    const written = writeTheme({ theme: { font }, base: '/' });
    expect(written).toMatch(/^:root \{\n {2}--face-given: "(?:[^"\\<>\n]|\\[0-9a-f]+ )*";\n\}\n$/u);
  },
);
