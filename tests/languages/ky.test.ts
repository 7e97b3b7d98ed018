import { describe, expect, test } from 'vitest';
import { grammar } from '#languages/ky/grammar.ts';
import { searchLanguage } from '#search/words/search-language.ts';

const stems = (word: string) => grammar.stems(word).map(({ stem }) => stem);

describe('forms of a word have a stem in common', () => {
  test.each([
    ['шаардын', 'шаарлар'],
    ['мектебибизде', 'мектеп'],
    ['милициясы', 'милиция'],
    ['жолдордо', 'жол'],
    ['үйлөрдүн', 'үй'],
    ['көчөсүндө', 'көчө'],
    ['иштөө', 'иштейт'],
    ['иштеди', 'иштеген'],
    ['келди', 'келет'],
    ['башкармалыгынын', 'башкармалык'],
    ['окуучулар', 'окуучу'],
  ])('%s, %s', (one, other) =>
    expect(stems(one).some((stem) => stems(other).includes(stem))).toBe(true),
  );
});

test('an ending that breaks the vowel harmony is part of the word', () => {
  expect(stems('жолдөрдө')).not.toContain('жол');
  expect(stems('үйлардын')).not.toContain('үй');
});

test('a word typed without ң, ө and ү is found', () => {
  const language = searchLanguage('ky');
  const { folded } = language.readings('кочосундо', { typing: false });
  expect(folded.some((beginning) => language.key('көчө').startsWith(beginning))).toBe(true);
});
