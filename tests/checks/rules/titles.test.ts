import { expect, test } from 'vitest';
import { titles } from '#checks/rules/titles.ts';
import { findings } from '../site.ts';

const page = (title: string, lang = 'ru', more = '') =>
  `<html lang="${lang}">${more}<title>${title}</title><svg><title>other</title></svg></html>`;

test('one title on two pages of a language is found, on the later one', () => {
  expect(findings(titles, { '/ru/a/': page('Итоги'), '/ru/b/': page('Итоги') })).toEqual([
    { on: '/ru/b/', id: 'same-title', params: { page: '/ru/b/', title: 'Итоги', other: '/ru/a/' } },
  ]);
});

test('the page that offers the languages may be called like the home page', () => {
  expect(findings(titles, { '/': page('Сайт'), '/ru/': page('Сайт') })).toEqual([]);
});

test('the same words in two languages, and pages closed to robots, are fine', () => {
  expect(
    findings(titles, {
      '/ru/a/': page('Қазақстан'),
      '/kk/a/': page('Қазақстан', 'kk'),
      '/ru/old/': page('Қазақстан', 'ru', '<meta name="robots" content="noindex">'),
    }),
  ).toEqual([]);
});
