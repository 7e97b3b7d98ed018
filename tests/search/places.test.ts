import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyText, placesOf } from '#search/places.ts';

const key = (word: string) => `${word.toLowerCase()}xz`;

test('a word is a place, and so is a line end', () => {
  const text = '«Жаңа» жол.\nАлматы: 2026';
  expect(placesOf(text).map((place) => place?.word)).toEqual(['Жаңа', 'жол', undefined, 'Алматы', '2026']);
  expect(placesOf(text).map((place) => place && text.slice(place.start, place.end))).toEqual(['Жаңа', 'жол', undefined, 'Алматы', '2026']);
});

test('keys stand where the words stood', () => {
  expect(keyText('Жол — жаңа.\nҚала', key)).toBe('жолxz жаңаxz . қалаxz');
  expect(keyText('', key)).toBe('');
  expect(keyText('\n\n', key)).toBe('. .');
});

test('whatever the text, there are as many tokens as places', () => {
  const pieces = fc.array(fc.constantFrom('жол', 'Қала', ' ', '\n', '-', '«', '5', 'й', '́', 'é', '👮', '.', 'x'), { maxLength: 40 });
  fc.assert(
    fc.property(pieces, (list) => {
      const text = list.join('');
      const tokens = keyText(text, () => 'k').split(' ').filter(Boolean);
      expect(tokens.map((token) => token === '.')).toEqual(placesOf(text).map((place) => place === undefined));
    }),
  );
});
