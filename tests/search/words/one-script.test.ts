import { expect, test } from 'vitest';
import { oneScript } from '#search/words/one-script.ts';
import { searchLanguage } from '#search/words/search-language.ts';

test.each([
  ['қoғaм', 'қоғам'], // Latin o, a
  ['Əкім', 'Әкім'], // Latin Ə
  ['əкімдік', 'әкімдік'],
  ['Ɵскемен', 'Өскемен'],
  ['ɵзен', 'өзен'],
  ['бiлiм', 'білім'], // Latin i
  ['жaһaн', 'жаһан'],
  ['қаhарман', 'қаһарман'], // Latin h
  ['COVID', 'COVID'],
  ['СOVID', 'COVID'], // Cyrillic С
  ['iPhoneға', 'iPhoneға'],
  ['mama', 'mama'],
  ['қала', 'қала'],
])('%s is %s', (word, expected) => expect(oneScript(word)).toBe(expected));

test.each([
  ['kk', 'қoғaмның', 'қоғам'],
  ['kk', 'Əкімнің', 'әкім'],
  ['kk', 'ɵзенге', 'өзен'],
  ['ru', 'полиция', 'пoлиции'],
])('%s: %s finds %s', (locale, query, text) => {
  const language = searchLanguage(locale);
  expect(language.readings(query, { typing: false }).exact).toContain(language.key(text));
});
