import { describe, expect, test } from 'vitest';
import { mixedScriptRemarks, withoutMixedScripts } from '#proofread/scripts.ts';

const told = (locale: string, text: string) =>
  mixedScriptRemarks({
    locale,
    file: 'index.md',
    passages: [{ text, line: 1 }],
  }).map(({ params }) => (params as { corrected?: string }).corrected);

describe('a letter that may be one of two is told, and left', () => {
  test.each([
    ['kk', 'ҚАHАРМАН', 'ҚАНАРМАН / ҚАҺАРМАН'],
    ['kk', 'Yлт', 'Улт / Үлт'],
    ['kk', 'Bүгін', 'Вүгін / Бүгін'],
  ])('%s %s', (locale, word, readings) => {
    expect(withoutMixedScripts(word, locale)).toBe(word);
    expect(told(locale, word)).toEqual([readings]);
  });
});

test.each([
  ['kk', 'Tаңба', 'Таңба'],
  ['kk', 'гауhар', 'гауһар'],
  ['kk', 'сaй', 'сай'],
  // Russian has no second letter for it.
  ['ru', 'Hаука', 'Наука'],
])('a letter that can be but one is put right: %s %s', (locale, word, corrected) => {
  expect(withoutMixedScripts(word, locale)).toBe(corrected);
  expect(told(locale, word)).toEqual([corrected]);
});
