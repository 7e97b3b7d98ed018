import { expect, test } from 'vitest';
import { direction, isKnownLocale, localeWithTerritory } from '#lang/locale.ts';

test.each([
  ['kk', 'ltr'],
  ['ru', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['kk-Arab', 'rtl'],
])('%s is written %s', (locale, expected) => expect(direction(locale)).toBe(expected));

test.each([
  ['kk', true],
  ['pt-BR', true],
  ['pt-br', false],
  ['xx', false],
  ['русский', false],
  ['', false],
])('%s as a language of a site: %s', (tag, known) => expect(isKnownLocale(tag)).toBe(known));

test.each([
  ['kk', 'kk_KZ'],
  ['ru', 'ru_RU'],
  ['pt', 'pt_BR'],
  ['de-CH', 'de_CH'],
])('%s with its territory is %s', (locale, expected) =>
  expect(localeWithTerritory(locale)).toBe(expected),
);
