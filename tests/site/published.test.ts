import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { readSite } from '#site/read-site.ts';
import { noticeAddress } from '#site/removed-address.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  problem,
  week,
  writeContent,
} from './content.ts';

const address = { kk: '/kk/news/2026/road-week/', ru: '/ru/news/2026/road-week/' };
const ru = `${week}/index.ru.md`;

function problemsWith(changes: Content, published: readonly string[], showHeld = false) {
  return readSite({
    folder: writeContent(changes),
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
    published: new Set(published),
    showHeld,
  }).problems;
}

describe('what was public cannot be held', () => {
  test('as a draft', () => {
    expect(problemsWith(inRussian('draft: true'), Object.values(address))).toEqual([
      problem('published-held', ru, 4, { field: 'draft', address: address.ru, day: '2026-02-01' }),
    ]);
  });
  test('by a date in the future, in each language', () => {
    const later = { [ru]: '---\ntitle: Неделя дорог\ndate: 2026-06-01\n---\n' };
    expect(problemsWith(later, Object.values(address))).toEqual([
      problem('published-held', ru, 3, { field: 'date', address: address.kk, day: '2026-02-01' }),
      problem('published-held', ru, 3, { field: 'date', address: address.ru, day: '2026-02-01' }),
    ]);
  });
  test('by a later appearance of one language', () => {
    expect(problemsWith(inKazakh('appeared: 2026-06-01'), Object.values(address))).toEqual([
      problem('published-held', `${week}/index.kk.md`, 3, {
        field: 'appeared',
        address: address.kk,
        day: '2026-02-01',
      }),
    ]);
  });
  test('but what never was may be', () =>
    expect(problemsWith(inRussian('draft: true'), [address.kk])).toEqual([]));
  test('and a preview shows it anyway', () =>
    expect(problemsWith(inRussian('draft: true'), Object.values(address), true)).toEqual([]));
});

describe('what was removed', () => {
  const removal = ['removedOn: 2026-01-30', 'removedReason: x'];
  const notices = Object.entries(address).map(([locale, of]) => noticeAddress(locale, of));

  test('cannot come back by accident', () => {
    expect(problemsWith({}, notices)).toEqual(
      ['kk', 'ru'].map((locale) =>
        problem('removed-before', `${week}/index.${locale}.md`, 1, {
          address: address[locale as keyof typeof address],
          line: 'removedOn: 2026-02-01',
        }),
      ),
    );
    // A draft, and a text that is still removed.
    expect(
      problemsWith({ ...inRussian('draft: true'), ...inKazakh('draft: true') }, notices),
    ).toEqual([]);
    expect(problemsWith({ ...inRussian(...removal), ...inKazakh(removal[1]!) }, notices)).toEqual(
      [],
    );
  });

  test.each<[string, Content]>([
    ['has an unknown topic', inRussian('topics: [nothing]', ...removal)],
    [
      'lacks its pictures and files',
      inRussian('cover: ./none.jpg', 'attachments: [{ file: ./none.pdf, title: x }]', ...removal),
    ],
    ['lies in the wrong year', { [ru]: markdown(['title: X', 'date: 2025-01-22', ...removal]) }],
    ['has no date', { [ru]: markdown(['title: X', ...removal]) }],
    [
      'says something else in another language',
      { ...inRussian('kind: news', ...removal), ...inKazakh('kind: statement', removal[1]!) },
    ],
    [
      'has lists of different lengths',
      {
        ...inRussian('outcomes: [{ text: x }]', ...removal),
        ...inKazakh('outcomes: [{ text: x }, { text: y }]', removal[1]!),
      },
    ],
    ['is a draft', inRussian('draft: true', ...removal)],
    ['has files with strange names', { ...inRussian(...removal), [`${week}/notes.md`]: 'x' }],
    [
      'has a broken text in another language',
      { ...inRussian(...removal), [`${week}/index.kk.md`]: 'x' },
    ],
  ])('is removed even if it %s', (_, content) => {
    const { model, problems } = readSite({
      folder: writeContent({ ...inKazakh(removal[1]!), ...content }),
      clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
      published: new Set(Object.values(address)),
    });
    expect(problems).toEqual([]);
    expect(model!.announcements).toEqual([]);
    expect(model!.removed[0]!.addresses).toEqual(
      ['kk', 'ru'].map((locale) => ({ locale, address: address[locale as keyof typeof address] })),
    );
  });
});
