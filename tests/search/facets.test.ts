import { describe, expect, test } from 'vitest';
import { byDate, counts, narrow } from '#browser/facets.ts';
import type { DocumentTable } from '#search/document-table.ts';

const kk: DocumentTable = {
  url: ['/kk/a/', '/kk/b/', '/kk/c/'],
  date: ['2026-03-01', '2026-01-01', '2025-05-05'],
  kind: ['news', 'alert', 'news'],
  topic: [['roads', 'safety'], ['roads'], []],
  division: [['press'], [], ['press']],
};
const ru: DocumentTable = {
  url: ['/ru/a/'],
  date: ['2026-02-01'],
  kind: ['news'],
  topic: [['roads']],
  division: [[]],
};
const tables = new Map([
  ['kk', kk],
  ['ru', ru],
]);
const find = (locale: string, number: number, score = 1) => ({
  locale,
  number,
  score,
  positions: [],
});
const finds = [find('kk', 2), find('kk', 0), find('kk', 1), find('ru', 0)];
const urls = (list: readonly { locale: string; number: number }[]) =>
  list.map(({ locale, number }) => tables.get(locale)!.url[number]);

describe('filters', () => {
  test.each([
    [[], ['/kk/c/', '/kk/a/', '/kk/b/', '/ru/a/']],
    [[['topic', 'roads']], ['/kk/a/', '/kk/b/', '/ru/a/']],
    [
      [
        ['topic', 'roads'],
        ['kind', 'news'],
      ],
      ['/kk/a/', '/ru/a/'],
    ],
    [[['year', '2025']], ['/kk/c/']],
    [[['division', 'none']], []],
  ] as const)('%j', (chosen, expected) =>
    expect(urls(narrow(finds, tables, new Map(chosen)))).toEqual(expected),
  );

  test('count what each choice would leave, other filters considered', () => {
    expect(
      counts(
        finds,
        tables,
        new Map([
          ['topic', 'safety'],
          ['kind', 'news'],
        ]),
        'topic',
      ),
    ).toEqual(
      new Map([
        ['roads', 2],
        ['safety', 1],
      ]),
    );
    expect(counts(finds, tables, new Map(), 'year')).toEqual(
      new Map([
        ['2025', 1],
        ['2026', 3],
      ]),
    );
  });
});

test('by date: the newest first, across languages', () =>
  expect(urls(byDate(finds, tables))).toEqual(['/kk/a/', '/ru/a/', '/kk/b/', '/kk/c/']));
