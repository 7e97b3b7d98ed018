import { expect, test } from 'vitest';
import { searchLanguage } from '#search/words/search-language.ts';
import { settledKeys } from '#search/words/settled-keys.ts';

test('the words around a word settle what it is a form of', () => {
  const keys = settledKeys(
    'kk',
    new Set(['чемпионатын', 'чемпионат', 'чемпионаты', 'чемпионаттың']),
  );
  expect(keys.get('чемпионатын')).toBe(keys.get('чемпионат'));
});

test('neither the order of the words nor large letters matter', () => {
  const words = ['финал', 'финале', 'финалом', 'финала', 'освобождён', 'освободить'];
  const one = settledKeys('ru', new Set(words));
  const other = settledKeys(
    'ru',
    new Set([...words.map((word) => word.toUpperCase()), ...words].reverse()),
  );
  expect(words.map((word) => other.get(word))).toEqual(words.map((word) => one.get(word)));
  expect(words.map((word) => other.get(word.toUpperCase()))).toEqual(
    words.map((word) => one.get(word)),
  );
});

test('a word that stands alone has its own key', () =>
  expect(settledKeys('kk', new Set(['қаланың'])).get('қаланың')).toBe(
    searchLanguage('kk').key('қаланың'),
  ));

test('a settled key is one that a query asks for', () => {
  const words = ['мемлекет', 'мемлекетін', 'мемлекеттің', 'мемлекеттік', 'мемлекеті'];
  const keys = settledKeys('kk', new Set(words));
  for (const word of words.slice(0, 1))
    expect(searchLanguage('kk').readings(word, { typing: false }).exact).toContain(keys.get(word));
});
