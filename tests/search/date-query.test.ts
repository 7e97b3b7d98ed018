import { expect, test } from 'vitest';
import { queryDates } from '#search/date-query.ts';
import { answer } from '#search/query.ts';
import { dayStem } from '#search/words/number-shapes.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import { memoryEngine } from './memory-engine.ts';

const dates = (locale: string, query: string) =>
  queryDates(query.split(' '), searchLanguage(locale).queryWords, '2026-03-01');

test.each([
  ['ru', '21 марта 2026', [`${dayStem('2026', '03', '21')}xz`], []],
  ['ru', 'март 2026', [dayStem('2026', '03')], []],
  ['ru', 'что вчера', [`${dayStem('2026', '02', '28')}xz`], ['что']],
  ['kk', '3 наурыз 2026', [`${dayStem('2026', '03', '03')}xz`], []],
  ['kk', 'ертең жол', [`${dayStem('2026', '03', '02')}xz`], ['жол']],
  ['en', 'tomorrow', [`${dayStem('2026', '03', '02')}xz`], []],
])('%s: %s', (locale, query, terms, rest) => {
  const found = dates(locale, query);
  expect(found.dates.flatMap((date) => date.terms)).toEqual(terms);
  expect(found.rest).toEqual(rest);
});

test('a day without a year may be in this year, the next, or an earlier one', () => {
  const [day] = dates('ru', '21 марта').dates;
  expect(day?.terms).toEqual(
    expect.arrayContaining([
      `${dayStem('2027', '03', '21')}xz`,
      `${dayStem('2026', '03', '21')}xz`,
      `${dayStem('2012', '03', '21')}xz`,
    ]),
  );
});

test('a day is found however it is written', async () => {
  const language = searchLanguage('ru');
  const engine = memoryEngine(
    ['Встреча 21.03.2026', 'Встреча 22.03.2026', 'В марте 2026'],
    language,
  );
  const found = async (text: string) =>
    (await answer(text, { engine, language, today: '2026-03-22' })).results
      .map(({ document }) => document)
      .sort();
  expect(await found('21 марта 2026')).toEqual([0]);
  expect(await found('2026-03-21')).toEqual([0]);
  expect(await found('вчера')).toEqual([0]);
  expect(await found('встреча 22 марта')).toEqual([1]);
  expect(await found('март 2026')).toEqual([0, 1, 2]);
});
