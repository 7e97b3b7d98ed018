import { expect, test } from 'vitest';
import { repairs, vocabularyShards } from '#search/words/repair-word.ts';
import { searchLanguage } from '#search/words/search-language.ts';

const kazakh = searchLanguage('kk');
const russian = searchLanguage('ru');

test.each([
  ['адмадар', 'адам'],
  ['мектеептер', 'мектеп'],
  ['өзгерді', 'озгер'],
  ['жұмысшғлар', 'жумысш'],
])('%s is repaired by %s', (typed, stem) =>
  expect(repairs(typed, ['адам', 'мектеп', 'озгер', 'жумысш', 'кала'], kazakh)).toContain(
    `${stem}x`,
  ),
);

test.each([
  ['полциия', 'полиц'],
  ['безопаность', 'безопасност'],
  ['воднтель', 'водител'],
])('%s is repaired by %s', (typed, stem) =>
  expect(repairs(typed, ['полиц', 'безопасност', 'водител', 'погон'], russian)).toEqual([
    `${stem}x`,
  ]),
);

test('a word far from all others is not repaired', () =>
  expect(repairs('синхрофазотрон', ['полиц', 'син'], russian)).toEqual([]));
test('short words are not repaired: too many are near', () =>
  expect(repairs('дмо', ['дом'], russian)).toEqual([]));

test.each([
  ['полиция', ['п', 'о']],
  ['вгуст', ['в', 'г']],
  ['Қала', ['к', 'а']],
])('repairs of %s may lie in the files of %s', (word, letters) =>
  expect(vocabularyShards(word)).toEqual(expect.arrayContaining(letters)),
);

test('a neighbour of the first letter is looked up too', () =>
  expect(vocabularyShards('рблыс')).toContain('о'));
