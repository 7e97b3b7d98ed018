import { describe, expect, test } from 'vitest';
import { asWritten } from '#desk/as-written.js';
import { editorFacts } from '#desk/cms-config.ts';

type Fields = Readonly<Record<string, unknown>>;
const write = (ru: Fields, kk: Fields, before: Readonly<Record<string, Fields>> = {}) => {
  const { data, i18n } = asWritten(
    { path: 'content/announcements/2026/x/index.ru.md', data: ru, i18n: { kk: { data: kk } } },
    editorFacts,
    before,
  );
  return [data, i18n.kk!.data];
};

describe('what the editor saves is written as by hand', () => {
  test('a box without a tick is nothing', () =>
    expect(
      write({ title: 'а', draft: false }, { title: 'б', draft: true, machineTranslated: false }),
    ).toEqual([{ title: 'а' }, { title: 'б', draft: true }]));
  test('facts are said once', () => {
    const facts = { date: '2026-01-22', topics: ['roads'], origin: { kind: 'text' } };
    expect(write({ title: 'а', ...facts }, { title: 'б', ...facts })).toEqual([
      { title: 'а', ...facts },
      { title: 'б' },
    ]);
  });
  test('unless a file said them before, or the main one does not', () => {
    expect(write({ date: 'x' }, { date: 'x' }, { kk: { date: 'y' } })).toEqual([
      { date: 'x' },
      { date: 'x' },
    ]);
    expect(write({}, { date: 'x' })).toEqual([{}, { date: 'x' }]);
  });
  test('also in lists, whose texts are each language’s own', () => {
    const gallery = (alt: string, more = {}) => [{ src: './a.jpg', alt, credit: 'N', ...more }];
    expect(write({ gallery: gallery('а') }, { gallery: gallery('а') })).toEqual([
      { gallery: gallery('а') },
      { gallery: [{ alt: 'а' }] },
    ]);
    expect(
      write(
        { gallery: gallery('а') },
        { gallery: gallery('б') },
        { kk: { gallery: [{ credit: 'N' }] } },
      )[1],
    ).toEqual({ gallery: [{ alt: 'б', credit: 'N' }] });
  });
  test('where the main language is missing, its place is taken by another', () => {
    const { data, i18n } = asWritten(
      {
        path: 'x/index.kk.md',
        data: { title: 'б', date: 'x' },
        i18n: { kk: { data: { title: 'б', date: 'x' } } },
      },
      editorFacts,
      {},
    );
    expect([data, i18n]).toEqual([{ title: 'б', date: 'x' }, {}]);
  });
});
