import { expect, test } from 'vitest';
import {
  codePointOf,
  firstOf,
  groupsOf,
  inLocale,
  itemAt,
  lastOf,
  must,
  mustGet,
} from '#lang/lookup.ts';

test('what is there is given', () => {
  expect(mustGet(new Map([['a', 0]]), 'a')).toBe(0);
  expect(inLocale({ kk: '', ru: 'б' }, 'kk')).toBe('');
  expect(must(false, 'answer')).toBe(false);
  expect([firstOf([1, 2]), lastOf([1, 2]), itemAt([1, 2], 1), firstOf('аб')]).toEqual([
    1,
    2,
    2,
    'а',
  ]);
  expect(codePointOf('ұя')).toBe(0x4b1);
  expect(groupsOf<'a', 'b'>(/(?<a>x)(?<b>y)?/u, 'x')).toEqual({ a: 'x', b: undefined });
});

test('what is missing is an error that says what was asked', () => {
  expect(() => mustGet(new Map(), 'roads')).toThrow('there is nothing for roads');
  expect(() => inLocale({ ru: 'б' }, 'kk', '2026/x')).toThrow('no kk text in 2026/x');
  expect(() => inLocale({ ru: 'б' }, 'kk')).toThrow('no kk text in {ru}');
  expect(() => must(undefined, 'emblem')).toThrow('there is no emblem');
  expect(() => must(null, 'emblem')).toThrow('there is no emblem');
  expect(() => firstOf([])).toThrow('there is no item 0 among 0');
  expect(() => lastOf('')).toThrow('there is no item -1 among 0');
  expect(() => codePointOf('')).toThrow('there is no first letter');
  expect(() => itemAt([1], 1)).toThrow('there is no item 1 among 1');
  expect(() => groupsOf(/(?<a>x)/u, 'y')).toThrow('(?<a>x) does not match "y"');
});
