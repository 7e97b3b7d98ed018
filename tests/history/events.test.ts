import { describe, expect, test } from 'vitest';
import { type Events, unraisedEvents } from '#history/events.ts';

const id = '2026/open-day';
const day: Events[string] = {
  revision: 2,
  start: '2026-05-01T05:00:00.000Z',
  online: 'https://example.org/',
  places: { kk: 'Алаң', ru: 'Площадь' },
};
const place = { file: 'announcements/2026/open-day/index.ru.md', line: 4 };
const problems = (change: Partial<Events[string]>) =>
  unraisedEvents({ [id]: day }, { [id]: { ...day, ...change } }, () => place);

describe('an event that calendars have', () => {
  test.each<[string, Partial<Events[string]>]>([
    ['begins', { start: '2026-05-02T05:00:00.000Z' }],
    ['ends', { end: '2026-05-01T07:00:00.000Z' }],
    ['is seen', { online: undefined }],
    ['is held', { places: { kk: 'Алаң', ru: 'Парк' } }],
  ])('and that now %s otherwise needs a higher revision', (_, change) => {
    expect(problems(change)).toEqual([
      { id: 'event-revision', ...place, params: { line: 'eventRevision: 3' } },
    ]);
    expect(problems({ ...change, revision: 3 })).toEqual([]);
    expect(problems({ ...change, revision: 1 })).toHaveLength(1);
  });
  test('and that is the same, or comes out in another language', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ places: { ...day.places, en: 'Square' } })).toEqual([]);
    expect(problems({ places: { kk: 'Алаң' } })).toEqual([]);
  });
});

test('an event that nobody has yet', () =>
  expect(unraisedEvents({}, { [id]: day }, () => place)).toEqual([]));
