import { describe, expect, test } from 'vitest';
import { keyOf } from '#search/words/fold.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import { settledKeys } from '#search/words/settled-keys.ts';

test('the words around a word settle what it is a form of', () => {
  const keys = settledKeys(
    'kk',
    new Set(['чемпионатын', 'чемпионат', 'чемпионаты', 'чемпионаттың']),
  );
  expect(keys.get('чемпионатын')![0]).toBe(keys.get('чемпионат')![0]);
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
  expect(settledKeys('kk', new Set(['қаланың'])).get('қаланың')![0]).toBe(
    searchLanguage('kk').key('қаланың'),
  ));

test('a settled key is one that a query asks for', () => {
  const words = ['мемлекет', 'мемлекетін', 'мемлекеттің', 'мемлекеттік', 'мемлекеті'];
  const keys = settledKeys('kk', new Set(words));
  for (const word of words.slice(0, 1))
    expect(searchLanguage('kk').readings(word, { typing: false }).exact).toContain(
      keys.get(word)![0],
    );
});

describe('names', () => {
  const surnames = ['Иванов', 'Ахметов', 'Сергеев', 'Королёв', 'Пушкин', 'Мусин', 'Птицын'];
  const endings = ['', 'а', 'у', 'ым', 'е', 'ой', 'ы', 'ых', 'ыми'];
  const given = ['Иван', 'Ивана', 'Ивану', 'Ахмет', 'Ахметом', 'Сергей', 'Сергею', 'Мус'];
  const found = (query: string, keys: readonly string[]) =>
    searchLanguage('ru')
      .readings(query, { typing: false })
      .exact.some((key) => keys.includes(key));

  test.each(surnames)('%s is found in any case from any one case', (surname) => {
    for (const written of endings.map((ending) => surname + ending)) {
      const keys = settledKeys('ru', new Set([...given, written]), { names: new Set([written]) });
      for (const typed of endings.map((ending) => (surname + ending).toLowerCase()))
        expect([written, typed, found(typed, keys.get(written)!)]).toEqual([written, typed, true]);
    }
  });

  test('a capital letter says that a word that also stands in lower case is a name too', () => {
    const words = new Set(['домов', 'Домов', 'дом', 'дома', 'дому', 'домами']);
    const name = searchLanguage('ru').names('домов').map(keyOf)[0];
    expect(settledKeys('ru', words).get('Домов')).not.toContain(name);
    expect(settledKeys('ru', words, { names: new Set(['Домов']) }).get('Домов')).toContain(name);
  });

  test('the registry unites forms that the grammar does not', () => {
    const caseForms = [[['Ержан', 'Лев'], ['Ержана', 'Льва']]]; // prettier-ignore
    const words = new Set(['Лев']);
    expect(found('Льва', settledKeys('ru', words).get('Лев')!)).toBe(false);
    expect(found('Льва', settledKeys('ru', words, { caseForms }).get('Лев')!)).toBe(true);
  });
});

test('a word that can be read in several ways keeps at most three keys', () => {
  const keys = settledKeys('ru', new Set(['стали', 'суда', 'белки', 'вели', 'пила']));
  for (const ofWord of keys.values()) expect(new Set(ofWord).size).toBe(ofWord.length);
  expect(Math.max(...Array.from(keys.values(), ({ length }) => length))).toBeGreaterThan(1);
  for (const { length } of keys.values()) expect(length).toBeLessThanOrEqual(3);
});
