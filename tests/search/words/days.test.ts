import { describe, expect, test } from 'vitest';
import { withDays, wordedDates } from '#search/words/days.ts';
import { searchLanguage, splitWords } from '#search/words/search-language.ts';

const words = (text: string) => splitWords(text).map(({ word }) => word);
const dated = (locale: string, text: string, published = '2026-02-01') =>
  withDays(words(text), searchLanguage(locale).queryWords, published).filter((word) =>
    /^d\d{8}$/u.test(word ?? ''),
  );

describe('a day in words is that day', () => {
  test.each([
    ['ru', '21 марта 2026 года', ['d20260321']],
    ['ru', 'с 5 по 9 мая', ['d20260509']],
    ['ru', '30 декабря', ['d20251230']],
    ['ru', '3 января 2025 г.', ['d20250103']],
    ['kk', '2026 жылғы 21 наурызда', ['d20260321']],
    ['kk', '3 наурыз 2026', ['d20260303']],
    ['kk', '2026 ж. 5 қыркүйегінде', ['d20260905']],
    ['en', 'March 21, 2026', ['d20260321']],
    ['en', '3 May', ['d20260503']],
    // No dates.
    ['ru', 'в марте 2026 года 500 человек', []],
    ['ru', 'дом 41 мая', []],
    ['kk', 'қазан 5 литрлік', ['d20251005']],
    ['kk', 'наурыз мейрамы', []],
  ])('%s: %s', (locale, text, days) => expect(dated(locale, text)).toEqual(days));
});

test('the other words stay where they are', () =>
  expect(
    withDays(['Парк', undefined, '21', 'марта'], searchLanguage('ru').queryWords, '2026-02-01'),
  ).toEqual(['Парк', undefined, 'd20260321', 'марта']));

test('a month with its year is a date without a day', () =>
  expect(wordedDates(words('наурыз 2026'), searchLanguage('kk').queryWords)).toMatchObject([
    { month: 3, year: 2026, day: undefined },
  ]));
