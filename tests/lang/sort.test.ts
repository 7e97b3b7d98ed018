import { expect, test } from 'vitest';
import { byCode, inAlphabet } from '#lang/sort.ts';

test('the Kazakh alphabet', () => {
  expect(['қала', 'әке', 'кала', 'баға', 'ата', 'ғалам', 'гүл'].sort(inAlphabet('kk'))).toEqual([
    'ата',
    'әке',
    'баға',
    'гүл',
    'ғалам',
    'кала',
    'қала',
  ]);
});

test('numbers by value', () =>
  expect(['План 10', 'План 9'].sort(inAlphabet('ru'))).toEqual(['План 9', 'План 10']));

test('by code, the same everywhere', () =>
  expect(['b', 'a', 'B'].sort(byCode)).toEqual(['B', 'a', 'b']));
