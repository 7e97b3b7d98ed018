import { describe, expect, test } from 'vitest';
import { withDays, wordedDates } from '#search/words/days.ts';
import { dayStem } from '#search/words/number-shapes.ts';
import { searchLanguage, splitWords } from '#search/words/search-language.ts';

const words = (text: string) => splitWords(text).map(({ word }) => word);
const dated = (locale: string, text: string, published = '2026-02-01') =>
  withDays(words(text), searchLanguage(locale).queryWords, published).filter((word) =>
    /^d[a-j]{8}$/u.test(word ?? ''),
  );

describe('a day in words is that day', () => {
  test.each([
    ['ru', '21 марта 2026 года', [dayStem('2026', '03', '21')]],
    ['ru', 'с 5 по 9 мая', [dayStem('2026', '05', '09')]],
    ['ru', '30 декабря', [dayStem('2025', '12', '30')]],
    ['ru', '3 января 2025 г.', [dayStem('2025', '01', '03')]],
    ['kk', '2026 жылғы 21 наурызда', [dayStem('2026', '03', '21')]],
    ['kk', '3 наурыз 2026', [dayStem('2026', '03', '03')]],
    ['kk', '2026 ж. 5 қыркүйегінде', [dayStem('2026', '09', '05')]],
    ['en', 'March 21, 2026', [dayStem('2026', '03', '21')]],
    ['en', '3 May', [dayStem('2026', '05', '03')]],
    // No dates.
    ['ru', 'в марте 2026 года 500 человек', []],
    ['ru', 'дом 41 мая', []],
    ['kk', 'қазан 5 литрлік', [dayStem('2025', '10', '05')]],
    ['kk', 'наурыз мейрамы', []],
  ])('%s: %s', (locale, text, days) => expect(dated(locale, text)).toEqual(days));
});

test('the other words stay where they are', () =>
  expect(
    withDays(['Парк', undefined, '21', 'марта'], searchLanguage('ru').queryWords, '2026-02-01'),
  ).toEqual(['Парк', undefined, dayStem('2026', '03', '21'), 'марта']));

test('a month with its year is a date without a day', () =>
  expect(wordedDates(words('наурыз 2026'), searchLanguage('kk').queryWords)).toMatchObject([
    { month: 3, year: 2026, day: undefined },
  ]));
