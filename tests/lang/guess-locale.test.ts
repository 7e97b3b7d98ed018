import { expect, test } from 'vitest';
import { guessLocale } from '#lang/guess-locale.ts';

test.each([
  ['Қала күніне арналған шара', ['kk', 'ru'], 'kk'],
  [
    'Алматыда қала полициясының негізгі бөлімшелері басшыларының қатысуымен жұмыс кеңесі өтті',
    ['ru', 'kk'],
    'kk',
  ],
  ['Рабочее совещание полиции города', ['kk', 'ru'], 'ru'],
  [
    'В селе Ұзынағаш прошло рабочее совещание с участием руководителей подразделений полиции',
    ['kk', 'ru'],
    'ru',
  ],
  ['Рабочее совещание', ['kk'], 'kk'],
  ['Road safety week', ['kk', 'ru', 'en'], 'en'],
  ['Microsoft представила обновление Windows для полиции', ['en', 'ru'], 'ru'],
  ['افتتاح المتحف', ['ru', 'ar'], 'ar'],
  ['大会', ['ru', 'zh', 'ja'], 'zh'],
  ['Road safety week', ['kk', 'ru'], undefined],
  ['2026 — 12', ['kk', 'ru'], undefined],
])('%s in a site of %j', (text, locales, locale) =>
  expect(guessLocale(text, locales)).toBe(locale),
);
