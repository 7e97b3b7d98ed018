import { expect, test } from 'vitest';
import { clean, cleanLetters } from '#search/words/clean.ts';
import { anyKeyOf, fold, keyOf } from '#search/words/fold.ts';

test.each([
  ['Қала', 'қала'],
  ['за́мок', 'замок'],
  ['и\u0306од', 'йод'],
  ['поли\u00ADция', 'полиция'],
  ['Қазақ‑стан', 'қазақ-стан'],
  ['QAZAQSTAÑ', 'qazaqstañ'],
])('%s is the word %s', (written, word) => expect(clean(written)).toBe(word));

test('a word has no punctuation around it', () =>
  expect(cleanLetters('«-КСРО-дағы-»,')).toBe('ксро-дағы'));

test.each([
  ['қала', 'калаxqz'],
  ['үй', 'уиxvjz'],
  ['әңгіме', 'ангимеxaniz'],
  ['елк', 'елкxz'],
  ['2026', '2026xz'],
  ['café', 'cafexz'],
  ['中', 'ffxxz'],
])('the stem %s has the key %s', (stem, key) => expect(keyOf(stem)).toBe(key));

test('words that differ in folded letters have different keys, and one beginning', () => {
  expect(keyOf('ор')).not.toBe(keyOf('өр'));
  expect(anyKeyOf('ор')).toBe(anyKeyOf('өр'));
});

test('signs are left out', () => expect(fold('объём')).toBe('обем'));
