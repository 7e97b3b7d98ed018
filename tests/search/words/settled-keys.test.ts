import { expect, test } from 'vitest';
import { searchLanguage } from '#search/words/search-language.ts';
import { settledKeys } from '#search/words/settled-keys.ts';

test('the words around a word settle what it is a form of', () => {
  const keyOf = settledKeys('kk', ['чемпионатын', 'чемпионат', 'чемпионаты', 'чемпионаттың']);
  expect(keyOf('чемпионатын')).toBe(keyOf('чемпионат'));
});

test('neither the order of the words nor how often they come matters', () => {
  const words = ['финал', 'финале', 'финалом', 'финала', 'освобождён', 'освободить'];
  const one = settledKeys('ru', words);
  const other = settledKeys('ru', [...words, ...words].reverse());
  expect(words.map(other)).toEqual(words.map(one));
});

test('a word that was not there has its own key', () => expect(settledKeys('kk', [])('қаланың')).toBe(searchLanguage('kk').key('қаланың')));

test('a settled key is one that a query asks for', () => {
  const words = ['мемлекет', 'мемлекетін', 'мемлекеттің', 'мемлекеттік', 'мемлекеті'];
  const keyOf = settledKeys('kk', words);
  for (const word of words.slice(0, 1)) expect(searchLanguage('kk').readings(word, { typing: false }).exact).toContain(keyOf(word));
});
