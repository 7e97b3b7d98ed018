import { expect, test } from 'vitest';
import { splitQuery, splitWords } from '#search/words/split-words.ts';
import fc from '../../fast-check.ts';

test.each([
  ['Қала күні, 2026 жыл.', ['Қала', 'күні', '2026', 'жыл']],
  ['азық-түлік', ['азық', 'түлік']],
  ['КСРО-дағы ҚР-ның АҚШ-тан', ['КСРО-дағы', 'ҚР-ның', 'АҚШ-тан']],
  ['2026-жылғы 5-ші', ['2026', 'жылғы', '5-ші']],
  ['Санкт-Петербург', ['Санкт', 'Петербург']],
  ['поли\u00ADция и за́мок', ['поли\u00ADция', 'и', 'за́мок']],
  ['', []],
])('%s', (text, words) => expect(splitWords(text).map(({ word }) => word)).toEqual(words));

test.each([
  ['j,hfpjdfybq', ['j,hfpjdfybq']],
  ['cfyrn-gtnth,ehu', ['cfyrn', 'gtnth,ehu']],
  ['қала, үй', ['қала', 'үй']],
  ['police 102', ['police', '102']],
])('the query %s', (query, words) => expect(splitQuery(query)).toEqual(words));

test('every word stands where it is said to stand, one behind the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0;
      for (const { word, start, end } of splitWords(text)) {
        expect(text.slice(start, end)).toBe(word);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
