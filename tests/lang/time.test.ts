import { describe, expect, test } from 'vitest';
import {
  dayIn,
  endOf,
  isMidnightIn,
  isoIn,
  isTimeZone,
  readMoment,
  showWritten,
  startOf,
} from '#lang/time.ts';

const almaty = 'Asia/Almaty';

test.each([
  ['2026-01-22', { day: '2026-01-22' }],
  ['2028-02-29', { day: '2028-02-29' }],
  ['2026-01-22T10:00+05:00', { instant: new Date('2026-01-22T05:00:00Z') }],
  ['2026-01-22 10:00:30Z', { instant: new Date('2026-01-22T10:00:30Z') }],
])('%s is a moment', (text, written) => expect(readMoment(text)).toEqual(written));

test.each([
  ['the order of the country', '02.01.2026'],
  ['the 13th month', '2026-13-45'],
  ['a day that February has not', '2026-02-30'],
  ['29 February of a common year', '2026-02-29'],
  ['a time without an offset', '2026-01-22T10:00'],
  ['25 o’clock', '2026-01-22T25:00Z'],
  ['a short month', '2026-1-22'],
  ['words', 'завтра'],
  ['nothing', ''],
])('%s is none: %s', (_, text) => expect(readMoment(text)).toBeUndefined());

// Kazakhstan went over to one time zone on 1 March 2024: Almaty from +06:00 to +05:00.
describe('a day in Almaty, before and after the change of zone', () => {
  test.each([
    ['2024-02-28', '2024-02-28T00:00:00+06:00', '2024-02-29T00:00:00+06:00'],
    ['2024-02-29', '2024-02-29T00:00:00+06:00', '2024-03-01T00:00:00+05:00'],
    ['2024-03-01', '2024-03-01T00:00:00+05:00', '2024-03-02T00:00:00+05:00'],
  ])('%s lasts from %s to %s', (day, start, end) => {
    expect(startOf({ day }, almaty)).toEqual(new Date(start));
    expect(endOf({ day }, almaty)).toEqual(new Date(end));
  });

  test.each([
    ['2024-02-29T12:00:00Z', '2024-02-29T18:00:00+06:00'],
    ['2024-03-01T12:00:00Z', '2024-03-01T17:00:00+05:00'],
  ])('%s is %s', (moment, iso) => expect(isoIn(almaty, new Date(moment))).toBe(iso));
});

test('a moment begins and ends at once', () => {
  const instant = new Date('2026-01-22T05:00:00Z');
  expect([startOf({ instant }, almaty), endOf({ instant }, almaty)]).toEqual([instant, instant]);
});

test('a moment belongs to the day of the zone', () => {
  const eve = new Date('2025-12-31T20:00:00Z');
  expect(dayIn(almaty, eve)).toEqual({ year: 2026, month: 1, day: 1 });
  expect(dayIn('UTC', eve)).toEqual({ year: 2025, month: 12, day: 31 });
});

test('midnight is that of the zone', () => {
  expect(isMidnightIn(almaty, new Date('2026-01-21T19:00:00Z'))).toBe(true);
  expect(isMidnightIn('UTC', new Date('2026-01-21T19:00:00Z'))).toBe(false);
});

test('what was written is shown as people write it', () => {
  expect(showWritten({ day: '2026-01-22' }, almaty)).toBe('2026-01-22');
  expect(showWritten({ instant: new Date('2026-01-22T05:00:00Z') }, almaty)).toBe(
    '2026-01-22T10:00:00+05:00',
  );
});

test.each([
  ['Asia/Almaty', true],
  ['UTC', true],
  ['Asia/Almata', false],
  ['', false],
])('%s as a time zone: %s', (name, known) => expect(isTimeZone(name)).toBe(known));

test('a time without an offset is one of the zone, at the offset of that day', () => {
  expect(startOf({ local: '2024-02-29T10:00:00' }, almaty)).toEqual(
    new Date('2024-02-29T04:00:00Z'),
  );
  expect(endOf({ local: '2026-01-22T10:00:00' }, almaty)).toEqual(new Date('2026-01-22T05:00:00Z'));
  expect(showWritten({ local: '2026-01-22T10:00:00' }, almaty)).toBe('2026-01-22T10:00:00+05:00');
});
