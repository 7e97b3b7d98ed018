import { describe, expect, test } from 'vitest';
import { sentence } from '#browser/sentence.ts';
import { builtInLocales, builtInStrings } from '#lang/built-in.ts';
import { checkDictionary, type Dictionary } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';
import { searchTexts } from '#search/texts.ts';

const texts = (locale: string) =>
  searchTexts(createStrings(locale, builtInStrings(locale) as Dictionary));
const finds = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ locale: 'ru', number, score: 1, positions: [] }));
const say = (count: number, shown = count, more: { partial?: boolean; read?: string } = {}) =>
  sentence(
    'ru',
    texts('ru'),
    'дорги',
    { finds: finds(count), partial: false, read: undefined, ...more },
    shown,
  );

test.each(builtInLocales)('%s has every text and form', (locale) =>
  expect(checkDictionary(locale, builtInStrings(locale)!)).toEqual([]),
);

describe('the page says', () => {
  test.each([
    [say(0), 'По запросу «дорги» ничего не найдено.'],
    [say(2), 'По запросу «дорги» найдены 2 сообщения'],
    [
      say(5, 5, { read: 'дороги' }),
      'По запросу «дорги» ничего не найдено. Показано 5 сообщений по запросу «дороги».',
    ],
    [
      say(21, 21, { partial: true }),
      'Сообщений, где есть все слова запроса «дорги», не найдено. Показано 21 сообщение, где есть часть слов.',
    ],
    [
      say(3, 0),
      'По запросу «дорги» найдены 3 сообщения, но они не подходят под выбранные фильтры.',
    ],
  ])('%#', (said, expected) => expect(said).toBe(expected));
});
