import { describe, expect, test } from 'vitest';
import { loadLanguage } from '#search/words/load-language.ts';
import {
  repairs,
  searchLanguage,
  splitQuery,
  vocabularyShards,
} from '#search/words/search-language.ts';
import fc from '../../fast-check.ts';

const typed = (locale: string, word: string, typing = false) =>
  searchLanguage(locale).readings(word, { typing });

describe('a query finds the key of the word that was meant', () => {
  test.each([
    ['kk', 'exact', 'қаланың', 'қала'],
    ['kk', 'exact', 'облысымыз', 'облыс'],
    ['kk', 'exact', 'КСРО-дағы', 'КСРО'],
    ['kk', 'exact', '5-ші', '5'],
    ['ru', 'exact', 'новой', 'новый'],
    ['ru', 'exact', 'назначены', 'назначить'],
    ['en', 'exact', 'policies', 'policy'],
  ] as const)('%s, %s: %s finds %s', (locale, step, query, word) =>
    expect(typed(locale, query)[step]).toContain(searchLanguage(locale).key(word)),
  );

  test.each([
    ['kk', 'folded', 'каланын', 'қала'],
    ['kk', 'scripts', 'qalanyñ', 'қала'],
    ['kk', 'scripts', 'kalanyn', 'қала'],
    ['kk', 'scripts', '0fkfys4', 'қала'],
    ['ru', 'scripts', 'politsiya', 'полиция'],
    ['ru', 'scripts', 'gjkbwbz', 'полиция'],
    ['ru', 'folded', 'звёзды', 'звезда'],
    ['en', 'scripts', 'зщдшсу', 'police'],
    ['tr', 'folded', 'şehir', 'sehir'],
  ] as const)('%s, %s: %s finds what begins as %s', (locale, step, query, word) => {
    const key = searchLanguage(locale).key(word);
    expect(typed(locale, query)[step].some((beginning) => key.startsWith(beginning))).toBe(true);
  });

  test.each([
    ['kk', 'мәселеле', 'мәселелер'],
    ['kk', 'мемл', 'мемлекет'],
    ['ru', 'безопасн', 'безопасность'],
    ['ru', 'полици', 'полиция'],
  ])('%s: unfinished %s finds %s', (locale, query, word) => {
    const key = searchLanguage(locale).key(word);
    expect(typed(locale, query, true).prefix.some((beginning) => key.startsWith(beginning))).toBe(
      true,
    );
  });
});

test('a Cyrillic word is not read as Latin or as another layout', () =>
  expect(typed('kk', 'қала').scripts).toEqual([]));
test('what has no letters stands for nothing', () =>
  expect(typed('ru', '—')).toEqual({ exact: [], wider: [], folded: [], scripts: [], prefix: [] }));

test.each(['kk', 'ru', 'en', 'tr'])('%s: the browser loads the same language', async (locale) => {
  const loaded = await loadLanguage(locale);
  for (const word of ['қалаларда', 'новыми', 'policies'])
    expect(loaded.readings(word, { typing: true })).toEqual(typed(locale, word, true));
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(..."аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcxyz;',.[]0-9-"),
  }),
);

test.each(['kk', 'ru', 'en', 'tr'])(
  '%s: any string has a key that is one token, and readings that could be keys',
  (locale) => {
    const language = searchLanguage(locale);
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, typing) => {
        for (const word of [text, ...splitQuery(text)]) {
          expect(language.key(word)).toMatch(/^[a-zа-я0-9]*x[a-z]*z$/u);
          const { exact, wider, folded, scripts, prefix } = language.readings(word, { typing });
          for (const key of [...exact, ...wider]) expect(key).toMatch(/^[a-zа-я0-9]*x[a-z]*z$/u);
          for (const beginning of [...folded, ...scripts])
            expect(beginning).toMatch(/^[a-zа-я0-9]*x$/u);
          for (const beginning of prefix) expect(beginning).toMatch(/^[a-zа-я0-9]*$/u);
          expect(exact.length).toBeLessThanOrEqual(7);
          vocabularyShards(word);
        }
      }),
    );
  },
);

test('any string can be repaired', () => {
  const language = searchLanguage('kk');
  fc.assert(
    fc.property(anyText, (text) => {
      for (const beginning of repairs(text, ['кала', 'адам'], language))
        expect(['калаx', 'адамx']).toContain(beginning);
    }),
    { numRuns: 50 },
  );
});
