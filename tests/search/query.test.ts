import { describe, expect, test } from 'vitest';
import { answer } from '#search/query.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import fc from '../fast-check.ts';
import { memoryEngine, plainLanguage } from './memory-engine.ts';

const texts = [
  'Полиция\nПолиция открыла новую дорогу',
  'Дорога\nДорогу ремонтируют',
  'Школа\nШколу открыла полиция',
  'Парк\nЗдесь ничего',
];
const engine = () => memoryEngine(texts, plainLanguage);
const ask = async (text: string, options: { typing?: boolean; strict?: boolean } = {}) => {
  const { results, partial, read } = await answer(text, {
    engine: engine(),
    language: plainLanguage,
    ...options,
  });
  return { documents: results.map(({ document }) => document), partial, read };
};

describe('steps', () => {
  test('any form finds every form', async () =>
    expect(await ask('дорога')).toEqual({ documents: [0, 1], partial: false, read: [] }));

  test('further steps are not asked when one has found', async () => {
    const own = engine();
    await answer('дорога', { engine: own, language: plainLanguage });
    expect(own.asked).toEqual(['дорогxz']);
  });

  test('all words must be in a document', async () =>
    expect((await ask('дорогу полиция')).documents).toEqual([0]));

  test('another reading is told, and where it was found', async () => {
    expect(await ask('gjkbwbz')).toEqual({
      documents: [0, 2],
      partial: false,
      read: [{ word: 'gjkbwbz', step: 'scripts', position: 0 }],
    });
  });

  test('words that are nowhere together: those with most of the question first', async () => {
    expect(await ask('школа полиция парк')).toEqual({
      documents: [2, 3, 0],
      partial: true,
      read: [],
    });
  });

  test('a word that is nowhere leaves the others', async () =>
    expect(await ask('дорога жирафы')).toEqual({ documents: [0, 1], partial: true, read: [] }));

  test('strictly, there is nothing but what was typed', async () => {
    expect((await ask('gjkbwbz', { strict: true })).documents).toEqual([]);
    expect((await ask('школа парк', { strict: true })).documents).toEqual([]);
    expect((await ask('школа', { strict: true })).documents).toEqual([2]);
  });

  test.each(['', '   ', '«»', '—', '""'])('nothing is asked by %j', async (text) =>
    expect((await ask(text)).documents).toEqual([]),
  );
});

describe('typing', () => {
  test('the last word may be unfinished', async () => {
    expect((await ask('пол', { typing: true })).documents).toEqual([0, 2]);
    expect((await ask('дорогу пол', { typing: true })).documents).toEqual([0]);
  });

  test('a word with a space after it is finished', async () => {
    const own = engine();
    await answer('школ ', { engine: own, language: plainLanguage, typing: true });
    expect(own.asked[0]).toBe('шкоxz');
  });
});

describe('phrases', () => {
  test.each([
    ['«открыла новую дорогу»', [0]],
    ['"Открыла НОВУЮ"', [0]],
    ['"открыла новая"', []],
    ['"новую открыла"', []],
    ['"полиция"', [0, 2]],
    ['"дорога"', [1]],
    ['"открыла" школа', [2]],
    ['"полиция полиция"', []],
  ])('%s', async (text, documents) => expect((await ask(text)).documents).toEqual(documents));

  test('the words of a phrase are marked, and no others', async () => {
    const { results } = await answer('"новую дорогу"', {
      engine: engine(),
      language: plainLanguage,
    });
    expect(results[0]!.positions).toEqual([4, 5]);
  });
});

test('of equal results the newest comes first', async () =>
  expect((await ask('открыла')).documents).toEqual([0, 2]));

describe('names in the other languages of the site', () => {
  const other = {
    ...plainLanguage,
    readings: () => ({ exact: ['паркxz'], wider: [], folded: [], scripts: [], prefix: [] }),
  };
  const own = () => memoryEngine(['Парки'], plainLanguage);

  test('are found', async () => {
    expect(
      (
        await answer('саябақ', {
          engine: own(),
          language: plainLanguage,
          others: async () => [other],
        })
      ).results,
    ).toHaveLength(1);
  });
});

const letters = [
  'а',
  'Қ',
  'ә',
  'й',
  'ё',
  'x',
  'z',
  'q',
  'I',
  ' ',
  '"',
  '«',
  '»',
  '-',
  '.',
  ',',
  '5',
  '́',
  '\u0000',
  '👮',
  '\n',
  '$&',
  '(',
  '\\',
];
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((list) => list.join('')),
);

test.each(['kk', 'ru'])(
  'whatever is asked in %s, there is an answer or nothing',
  async (locale) => {
    const language = searchLanguage(locale);
    const own = memoryEngine(texts, language, ['полиц', 'дорог', '']);
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.boolean(), async (text, typing) => {
        const { results } = await answer(text, { engine: own, language, typing });
        expect(
          results.every(({ document, score }) => document in texts && Number.isFinite(score)),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  },
);
