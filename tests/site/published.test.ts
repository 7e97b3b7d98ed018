import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { readSite } from '#site/read-site.ts';
import { type Content, inKazakh, inRussian, problem, week, writeContent } from './content.ts';

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
