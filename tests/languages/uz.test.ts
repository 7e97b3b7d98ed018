import { describe, expect, test } from 'vitest';
import { grammar } from '#languages/uz/grammar.ts';
import { inCyrillic } from '#languages/uz/spelling.ts';
import { searchLanguage, splitQuery, splitWords } from '#search/words/search-language.ts';

const language = searchLanguage('uz');
const exact = (word: string) => language.readings(word, { typing: false }).exact;
const stems = (word: string) => grammar.stems(word).map(({ stem }) => stem);

describe('forms of a word have a stem in common, in either alphabet', () => {
  test.each([
    ['politsiyaning', 'politsiya'],
    ['shahri', 'shahar'],
    ['maktabimizdagi', 'maktab'],
    ['yuragi', 'yurak'],
    ['qishlogʻida', 'qishloq'],
    ['ishlayapti', 'ishlaydi'],
    ['keldi', 'kelgan'],
    ['oʻgʻli', 'oʻgʻil'],
    ['boshqarmasi', 'boshqarma'],
    ['tumanlarida', 'туман'],
    ['Ўзбекистонда'.toLowerCase(), 'oʻzbekiston'],
    ['фуқароларнинг', 'fuqaro'],
  ])('%s, %s', (one, other) =>
    expect(stems(one).some((stem) => stems(other).includes(stem))).toBe(true),
  );
});

test.each([
  ['oʻzbekcha', 'ўзбекча'],
  ['yoʻl', 'йўл'],
  ['maʼlumot', 'маълумот'],
  ['shahar', 'шаҳар'],
])('%s is %s', (latin, cyrillic) => expect(inCyrillic(latin)).toBe(inCyrillic(cyrillic)));

test.each(["o'zbekiston", 'o‘zbekiston', 'o’zbekiston', 'oʻzbekiston'])(
  '%s is one word',
  (word) => {
    expect(splitWords(`${word} va`)).toHaveLength(2);
    expect(splitQuery(word)).toEqual([word]);
    expect(exact(word)).toContain(language.key('Oʻzbekiston'));
  },
);

test('an apostrophe of other languages still ends a word', () =>
  expect(splitWords("don't 'x' l'eau").map(({ word }) => word)).toEqual([
    'don',
    't',
    'x',
    'l',
    'eau',
  ]));

test.each([
  ['folded', 'Ozbekiston'],
  ['folded', 'qishlok'],
  ['scripts', 'узбекистон'],
] as const)('%s: %s is found', (step, typed) => {
  const key = language.key(typed === 'qishlok' ? 'qishloq' : 'Oʻzbekiston');
  const readings = language.readings(typed, { typing: false })[step];
  expect(readings.some((beginning) => key.startsWith(beginning))).toBe(true);
});

test('an unfinished word in Latin letters is the beginning of a key', () => {
  const { prefix } = language.readings('politsi', { typing: true });
  expect(prefix.some((beginning) => language.key('politsiya').startsWith(beginning))).toBe(true);
});
