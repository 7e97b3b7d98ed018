import { expect, test } from 'vitest';
import { placesOf } from '#search/places.ts';
import fc from '../fast-check.ts';

test('a word is a place, and so is a line end', () => {
  const text = '«Жаңа» жол.\nАлматы: 2026';
  expect(placesOf(text).map((place) => place?.word)).toEqual([
    'Жаңа',
    'жол',
    undefined,
    'Алматы',
    '2026',
  ]);
  expect(placesOf(text).map((place) => place && text.slice(place.start, place.end))).toEqual([
    'Жаңа',
    'жол',
    undefined,
    'Алматы',
    '2026',
  ]);
});

test('whatever the text, its places stand in it in their order, and each line end is one', () => {
  const pieces = fc.array(
    fc.constantFrom('жол', 'Қала', ' ', '\n', '-', '«', '5', 'й', '́', 'é', '👮', '.', 'x'),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(pieces, (list) => {
      const text = list.join('');
      const places = placesOf(text);
      expect(places.filter((place) => place === undefined)).toHaveLength(
        text.split('\n').length - 1,
      );
      const words = places.filter((place) => place !== undefined);
      expect(words.every(({ start }, index) => start >= (words[index - 1]?.end ?? 0))).toBe(true);
      expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(
        words.map(({ word }) => word),
      );
    }),
  );
});
