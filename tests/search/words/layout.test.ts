import { expect, test } from 'vitest';
import { asIfCyrillicKeyboard, asIfEnglishKeyboard } from '#search/words/layout.ts';

test.each([
  ['gjkbwbz', 'полиция'],
  [',fcctqyt', 'бассейне'],
  ['gj[jl', 'поход'],
  ['geyrn', 'пункт'],
])('%s was to be %s', (typed, meant) => expect(asIfCyrillicKeyboard(typed, false)).toBe(meant));

test('a Kazakh keyboard has letters in the row of digits', () =>
  expect(asIfCyrillicKeyboard('0fpf0', true)).toBe('қазақ'));
test.each(['102', 'қала', 'hnz!', 'nhr'])('%s was not', (typed) =>
  expect(asIfCyrillicKeyboard(typed, false)).toBeUndefined(),
);
test('the other way round', () => expect(asIfEnglishKeyboard('зщдшсу')).toBe('police'));
