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
    expect(await ask('дорога')).toEqual({ documents: [1, 0], partial: false, read: [] }));

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
    expect(await ask('дорога жирафы')).toEqual({ documents: [1, 0], partial: true, read: [] }));

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
    ['«открыла новую дорогу»', [0], undefined],
    ['"Открыла НОВУЮ"', [0], undefined],
    ['"полиция"', [0, 2], undefined],
    ['"дорога"', [1], undefined],
    ['"открыла" школа', [2], undefined],
    // Softened in steps: the words in this order in other forms, then the words anywhere.
    ['"полицию открыла новую"', [0], 'forms'],
    ['"новую открыла"', [0], 'words'],
    ['"полиция школу" парк', [2, 3, 0], 'words'],
    ['"жирафы"', [], undefined],
  ])('%s', async (text, documents, softened) => {
    const answered = await answer(text, { engine: engine(), language: plainLanguage });
    expect(answered.results.map(({ document }) => document)).toEqual(documents);
    expect(answered.softened).toBe(softened);
  });

  test('a phrase that is found is not lost by a word that is not', async () => {
    const answered = await answer('"открыла новую" жирафы', {
      engine: engine(),
      language: plainLanguage,
    });
    expect(answered).toMatchObject({ results: [{ document: 0 }], partial: true });
  });

  test('of many texts with the words, no more are read than the list shows', async () => {
    const read: number[] = [];
    const own = memoryEngine(
      Array.from({ length: 60 }, (_, number) => (number % 2 ? 'Новую дорогу' : 'Новая дорога')),
      plainLanguage,
    );
    const { results } = await answer('"новую дорогу"', {
      engine: {
        ...own,
        document: (number) => (read.push(number), own.document(number)),
      },
      language: plainLanguage,
    });
    expect(new Set(read).size).toBeLessThanOrEqual(10);
    expect(results.slice(0, 5).map(({ document }) => document % 2)).toEqual([1, 1, 1, 1, 1]);
  });

  test('the words of a phrase are marked, and no others', async () => {
    const { results } = await answer('"новую дорогу"', {
      engine: engine(),
      language: plainLanguage,
    });
    expect(results[0]!.positions).toEqual([4, 5]);
  });
});

describe('order', () => {
  test('the very form that was typed comes first among equals', async () => {
    const own = memoryEngine(['Дорога', 'Дорогу', 'Дорога'], plainLanguage);
    const first = async (text: string) =>
      (await answer(text, { engine: own, language: plainLanguage })).results[0]?.document;
    expect([await first('дорогу'), await first('дорога')]).toEqual([1, 0]);
  });

  test('a text that cannot be downloaded keeps its place', async () => {
    const own = memoryEngine(['Дорога', 'Дорогу'], plainLanguage);
    const { results } = await answer('дорога', {
      engine: { ...own, document: () => Promise.reject(new Error('gone')) },
      language: plainLanguage,
    });
    expect(results.map(({ document }) => document)).toEqual([0, 1]);
  });

  test('below a short list of full answers stand the partial ones, marked', async () => {
    const { results, partial } = await answer('школу открыла полиция', {
      engine: engine(),
      language: plainLanguage,
    });
    expect(results.map(({ document, partial: some }) => [document, some ?? false])).toEqual([
      [2, false],
      [0, true],
    ]);
    expect(partial).toBe(false);
  });

  test('an unfinished or repaired word does not outweigh a rare word as it was typed', async () => {
    const own = memoryEngine(['жираф', 'полиция полиция'], plainLanguage, ['полици']);
    const language = { ...plainLanguage, looseStems: (word: string) => [{ stem: word, worth: 0 }] };
    const { results } = await answer('жираф полицвя', { engine: own, language });
    expect(results[0]?.document).toBe(0);
  });
});

describe('words of a question', () => {
  const language = {
    ...plainLanguage,
    queryWords: { asking: ['когда'], function: ['на', 'и'], months: [], year: [], days: {} },
  };
  const asked = async (text: string) => {
    const own = engine();
    await answer(text, { engine: own, language });
    return own.asked;
  };

  test('that only ask are not searched', async () =>
    expect(await asked('когда дорога')).toEqual(['дорогxz']));
  test('that join are not searched in a longer question', async () => {
    expect(await asked('дорога и школа')).not.toContain('xz');
    expect(await asked('на дорога')).toContain('нxz');
  });
  test('are searched where there is nothing else', async () =>
    expect(await asked('когда')).toContain('когдxz'));
});

test('where a slip can be repaired in several ways, all of them are offered', async () => {
  const own = memoryEngine(['порог', 'дорог'], plainLanguage, ['поро', 'доро']);
  const language = {
    ...plainLanguage,
    looseStems: (word: string) => [{ stem: word.slice(0, -1), worth: 0 }],
  };
  const { meant } = await answer('норог', { engine: own, language });
  expect(meant?.map(({ document }) => document).sort()).toEqual([0, 1]);
  expect((await answer('дорог', { engine: own, language })).meant).toBeUndefined();
});

test('a question of any length takes bounded work, and it is said', async () => {
  const own = engine();
  const words = Array.from({ length: 1500 }, (_, number) => `слово${number}`);
  const { shortened } = await answer(`дорога ${words.join(' ')}`, {
    engine: own,
    language: plainLanguage,
  });
  expect(own.asked.length).toBeLessThan(300);
  expect(shortened).toBe(24);
  const phrase = await answer(`"${words.join(' ')}"`, { engine: own, language: plainLanguage });
  expect(phrase.shortened ?? 24).toBe(24);
  expect((await answer('дорога', { engine: own, language: plainLanguage })).shortened).toBe(
    undefined,
  );
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
