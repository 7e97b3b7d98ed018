import { expect, test } from 'vitest';
import { fill, formatNumber, places, pluralForms } from '#lang/message.ts';

test.each([
  ['kk', ['one', 'other']],
  ['ru', ['few', 'many', 'one', 'other']],
  ['en', ['one', 'other']],
  ['ar', ['few', 'many', 'one', 'other', 'two', 'zero']],
  ['ja', ['other']],
])('the plural forms of %s: %s', (locale, forms) => expect(pluralForms(locale)).toEqual(forms));

const announcements = {
  one: '{count} сообщение',
  few: '{count} сообщения',
  many: '{count} сообщений',
  other: '{count} сообщения',
};

test.each([
  [1, '1 сообщение'],
  [2, '2 сообщения'],
  [5, '5 сообщений'],
  [11, '11 сообщений'],
  [21, '21 сообщение'],
  [112, '112 сообщений'],
  [1.5, '1,5 сообщения'],
])('%d: %s', (count, text) => expect(fill('ru', announcements, { count })).toBe(text));

test('a number is written as the language writes it, a text as it is', () => {
  expect(fill('ru', '{number} {text}', { number: 12_345, text: '12345' })).toBe(
    '12\u00A0345 12345',
  );
  expect(formatNumber('en', 12_345)).toBe('12,345');
});

test('a place without a value stays; a value that looks like a place is no place', () => {
  expect(fill('en', '{a} {b}', { a: '{b}' })).toBe('{b} {b}');
});

test('the places of a text, once each', () =>
  expect(places('{b} {a} {b} { c }')).toEqual(['b', 'a']));
