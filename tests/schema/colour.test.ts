import { describe, expect, test } from 'vitest';
import { type Colour, contrast, legible } from '#schema/colour.ts';
import fc from '../fast-check.ts';

// From the examples of WCAG 2.2 techniques (G17, G18) and the limits of the scale.
test.each<[Colour, Colour, number]>([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#949494', '#ffffff', 3.03],
  ['#595959', '#ffffff', 7],
])('the contrast of %s and %s', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  expect(contrast(b, a)).toBe(contrast(a, b));
});

describe('a colour made legible', () => {
  const anyColour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number): Colour => `#${number.toString(16).padStart(6, '0')}`);

  test('is, whatever it was', () =>
    fc.assert(
      fc.property(
        anyColour,
        (colour) => contrast(legible(colour, '#000000', '#f2f5f9', 7), '#f2f5f9') >= 7,
      ),
    ));
  test('stays as it is where it was legible', () =>
    expect(legible('#7a2e1d', '#000000', '#ffffff', 4.5)).toBe('#7a2e1d'));
});
