import { describe, expect, test } from 'vitest';
import { outputsOf, type Original, planPicture } from '#images/picture.ts';
import { maxWidth, sizes, widths } from '#images/widths.ts';

const original = (width: number, height: number, hasAlpha = false): Original => ({
  path: 'photo.jpg',
  digest: '0123456789abcdef0123',
  width,
  height,
  format: hasAlpha ? 'png' : 'jpeg',
  hasAlpha,
});
const sizesOf = (width: number, height: number, hasAlpha = false) =>
  outputsOf(planPicture(original(width, height, hasAlpha))).map(
    (output) => `${output.width}x${output.height}`,
  );

describe('the sizes of an original, the fallback last', () => {
  test.each([
    [
      'a camera',
      4032,
      3024,
      ['240x180', '480x360', '640x480', '800x600', '1200x900', '1600x1200', '1200x900'],
    ],
    [
      'upright',
      3024,
      4032,
      ['240x320', '480x640', '640x853', '800x1067', '1200x1600', '1600x2133', '1200x1600'],
    ],
    [
      'exactly the widest',
      1600,
      900,
      ['240x135', '480x270', '640x360', '800x450', '1200x675', '1600x900', '1200x675'],
    ],
    [
      'between two widths: its own is the last',
      1000,
      500,
      ['240x120', '480x240', '640x320', '800x400', '1000x500', '1000x500'],
    ],
    [
      'a hair above a width: that width is left out',
      850,
      850,
      ['240x240', '480x480', '640x640', '850x850', '850x850'],
    ],
    ['between the narrowest', 480, 320, ['240x160', '480x320', '480x320']],
    ['exactly the narrowest', 240, 160, ['240x160', '240x160']],
    ['narrower than the narrowest', 200, 125, ['200x125', '200x125']],
    ['one pixel', 1, 1, ['1x1', '1x1']],
    [
      'a banner: never without height',
      5000,
      1,
      ['240x1', '480x1', '640x1', '800x1', '1200x1', '1600x1', '1200x1'],
    ],
    [
      'a long screenshot: narrower, to fit into WebP',
      1080,
      30_000,
      ['240x6667', '480x13333', '589x16361', '589x16361'],
    ],
    ['a thread', 1, 90_000, ['1x16383', '1x16383']],
  ])('%s', (_, width, height, expected) => expect(sizesOf(width, height)).toEqual(expected));

  test('nothing is wider than its original or than the widest', () => {
    for (let width = 1; width < 2500; width += 7) {
      const planned = outputsOf(planPicture(original(width, 700)));
      expect(Math.max(...planned.map((output) => output.width))).toBe(Math.min(width, maxWidth));
    }
  });
});

test('names are flat, told apart, and say what they are', () => {
  expect(outputsOf(planPicture(original(700, 500))).map(({ name, type }) => [name, type])).toEqual([
    ['0123456789abcdef0123-240.webp', 'image/webp'],
    ['0123456789abcdef0123-480.webp', 'image/webp'],
    ['0123456789abcdef0123-700.webp', 'image/webp'],
    ['0123456789abcdef0123-700.jpg', 'image/jpeg'],
  ]);
});

test('what can be seen through falls back to PNG', () => {
  expect(planPicture(original(2000, 1000, true)).fallback).toEqual({
    name: '0123456789abcdef0123-1200.png',
    width: 1200,
    height: 600,
    type: 'image/png',
  });
});

test('width and height are those of the largest published size, not of the original', () => {
  expect(planPicture(original(4000, 3000))).toMatchObject({
    width: 1600,
    height: 1200,
    digest: '0123456789abcdef0123',
  });
});

test('the table of widths rises, and every role has its sizes', () => {
  expect(widths.toSorted((a, b) => a - b)).toEqual(widths);
  expect(Object.keys(sizes)).toEqual(['cover', 'body', 'lead', 'thumb', 'portrait']);
});
