import { expect, test } from 'vitest';
import { languages } from '#checks/rules/languages.ts';
import { findings } from '../site.ts';

const page = (lang: string, alternates: Readonly<Record<string, string>> = {}) =>
  `<html lang="${lang}" dir="ltr"><link rel="canonical" href="https://example.org/press/${lang}/">${Object.entries(
    alternates,
  )
    .map(
      ([hreflang, path]) =>
        `<link rel="alternate" hreflang="${hreflang}" href="https://example.org/press${path}">`,
    )
    .join('')}</html>`;
const both = { kk: '/kk/', ru: '/ru/', 'x-default': '/' };
const root = page('kk', both);

test('pages that name each other and themselves are fine', () => {
  expect(
    findings(languages, { '/': root, '/kk/': page('kk', both), '/ru/': page('ru', both) }),
  ).toEqual([]);
});

test('a page that says another language than its address is found', () => {
  expect(findings(languages, { '/ru/': page('kk') })).toEqual([
    { on: '/ru/', id: 'wrong-language', params: { page: '/ru/', lang: 'kk', expected: 'ru' } },
  ]);
});

test.each([
  ['no return link', page('ru')],
  ['a translation in another language than said', page('kk', both)],
])('%s is found', (_what, other) => {
  const found = findings(languages, { '/': page('kk'), '/kk/': page('kk', both), '/ru/': other });
  expect(found).toContainEqual({
    on: '/kk/',
    id: 'broken-translation',
    params: { page: '/kk/', address: 'https://example.org/press/ru/' },
  });
});

test('a page for all other languages that names no version in return is found', () => {
  const pages = { '/kk/': page('kk', both), '/ru/': page('ru', both) };
  expect(findings(languages, { '/': page('kk'), ...pages })).toEqual(
    ['/kk/', '/ru/'].map((on) => ({
      on,
      id: 'broken-translation',
      params: { page: on, address: 'https://example.org/press/' },
    })),
  );
});

test('a page that does not name itself is found', () => {
  const found = findings(languages, {
    '/kk/': page('kk', { ru: '/ru/' }),
    '/ru/': page('ru', both),
    '/': page('kk'),
  });
  expect(found).toContainEqual({
    on: '/kk/',
    id: 'broken-translation',
    params: { page: '/kk/', address: 'https://example.org/press/kk/' },
  });
});
