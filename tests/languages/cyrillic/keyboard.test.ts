import { expect, test } from 'vitest';
import {
  asIfCyrillicKeyboard,
  asIfEnglishKeyboard,
  keyboard,
  russianKeyboard,
} from '#languages/cyrillic/keyboard.ts';
import { grammar as kazakh } from '#languages/kk/grammar.ts';

test.each([
  ['gjkbwbz', 'полиция'],
  [',fcctqyt', 'бассейне'],
  ['gj[jl', 'поход'],
  ['geyrn', 'пункт'],
])('%s was to be %s', (typed, meant) =>
  expect(asIfCyrillicKeyboard(typed, russianKeyboard)).toEqual([meant]),
);

test('a keyboard may have letters in the row of digits', () =>
  expect(
    asIfCyrillicKeyboard('0fpf0', new Map([...russianKeyboard, ...keyboard('0', 'қ')])),
  ).toEqual(['қазақ']));
test('so has the Kazakh one', () => expect(kazakh.otherScripts('0fpf0')).toEqual(['қазақ']));
test.each(['102', 'қала', 'hnz!', 'nhr'])('%s was not', (typed) =>
  expect(asIfCyrillicKeyboard(typed, russianKeyboard)).toEqual([]),
);
test('the other way round', () => expect(asIfEnglishKeyboard('зщдшсу')).toEqual(['police']));
test('what is not typed on a Cyrillic keyboard stands for nothing', () =>
  expect(asIfEnglishKeyboard('police')).toEqual([]));
