import { describe, expect, test } from 'vitest';
import { searchLanguage, splitQuery, splitWords } from '#search/words/search-language.ts';

/** The keys of a text, and the terms of a query, as index and search field make them. */
const keys = (text: string) => splitWords(text).map(({ word }) => searchLanguage('ru').key(word));
const terms = (query: string) =>
  splitQuery(query).map((word) => searchLanguage('ru').readings(word, { typing: false }).exact);

describe('however it is written, it is one thing', () => {
  test.each([
    ['25000', '25 000', '25\u00A0000', '25\u202F000'],
    ['1250000', '1 250 000', '1\u00A0250\u00A0000'],
    ['77270001234', '+7 727 000 12 34', '8 (727) 000-12-34', '+7(727)000-12-34', '87270001234'],
    ['77270001234', '(727) 000-12-34', '727 000 12 34'],
    ['2544028', '254-40-28', '254–40–28'],
    ['21.03.2026', '2026-03-21', '21/3/2026', '21.03.26', '21.3.2026'],
    ['9:00', '09:00', '9.00', '09.00'],
    ['wifi', 'Wi-Fi', 'wi‑fi', 'WiFi'],
    ['email', 'e-mail', 'E-Mail'],
    ['5', '5-ші', '5-й'],
  ])('%s', (...spellings) => {
    const [first] = spellings.map((spelling) => keys(spelling)[0]);
    for (const spelling of spellings) {
      expect(keys(`Всего ${spelling}, по адресу`)[1]).toBe(first);
      expect(terms(spelling)[0]).toContain(first);
    }
  });
});

test.each([
  ['77 000 000 000 тенге', ['77 000 000 000', 'тенге']],
  ['в 2026 году 100 человек', ['в', '2026', 'году', '100', 'человек']],
  ['102, 112 и 103', ['102', '112', 'и', '103']],
  ['2025–2026', ['2025', '2026']],
  ['ст. 293-1 и 293¹', ['ст', '293', '1', 'и', '293', '¹']],
  ['10:30-да 25 000-ға', ['10:30-да', '25 000-ға']],
  ['с 9.00 до 18.00', ['с', '9.00', 'до', '18.00']],
  ['IT-отдел, А4', ['IT', 'отдел', 'А4']],
])('%s has the words %j', (text, words) =>
  expect(splitWords(text).map(({ word }) => word)).toEqual(words),
);

test('different numbers have different keys', () => {
  const all = ['1240', '120', '12 40', '12:40', '124', '21.03.2026', '21.03.2025', '2932', '293²'];
  const first = all.map((text) => keys(text).join(' '));
  expect(new Set(first).size).toBe(all.length);
});

test.each(['1240', '25 000', '77270001234', '21.03.2026', 'А41240'])(
  'no digit of %s is taken for another',
  (word) => {
    const { folded, scripts, prefix } = searchLanguage('ru').readings(word, { typing: false });
    if (/^\d/u.test(word)) expect([...folded, ...scripts, ...prefix]).toEqual([]);
  },
);
