import { expect, test } from 'vitest';
import { languageGroups } from '#importers/language-groups.ts';

const groups = (...names: string[]) =>
  languageGroups(
    names.map((name) => ({ path: `/in/${name}`, name, readable: true })),
    ['kk', 'ru'],
  ).map((group) => group.map(({ file, locale }) => `${file.name} ${locale ?? '?'}`));

test.each([
  ['a.kk.txt', 'a.ru.txt'],
  ['a.kz.docx', 'a.ru.docx'],
  ['a_kaz.txt', 'a_rus.txt'],
  ['a-kk.txt', 'a-ru.txt'],
  ['a_kk.txt', 'a_ru.txt'],
  ['Релиз каз.txt', 'Релиз рус.txt'],
  ['Релиз (қаз).txt', 'Релиз (рус).txt'],
  ['ҚАЗ релиз.txt', 'РУС релиз.txt'],
  ['x.KK.txt', 'x.RU.txt'],
  ['каз/о мосте.txt', 'рус/о мосте.txt'],
  ['kk/a.txt', 'ru/a.txt'],
  ['қазақша/a.txt', 'орысша/a.txt'],
])('%s and %s are a pair', (kk, ru) => {
  expect(groups(ru, 'other.txt', kk)).toEqual([[`${kk} kk`, `${ru} ru`], ['other.txt ?']]);
});

test.each([
  [
    ['a_kk.txt', 'b_ru.txt'],
    [['a_kk.txt ?'], ['b_ru.txt ?']],
  ],
  [['a.ru.txt'], [['a.ru.txt ru']]],
  [['about-ru.txt'], [['about-ru.txt ?']]],
  // Two of one language are no pair.
  [
    ['a.kk.txt', 'a.kz.txt', 'a.ru.txt'],
    [['a.kk.txt kk'], ['a.kz.txt ?'], ['a.ru.txt ru']],
  ],
  [
    ['a_kk.txt', 'a_ru.docx'],
    [['a_kk.txt ?'], ['a_ru.docx ?']],
  ],
])('%j', (names, wanted) => {
  expect(groups(...names)).toEqual(wanted);
});
