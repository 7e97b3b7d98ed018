import { expect, test } from 'vitest';
import { daysBetween, workingDaysBetween } from '#status/working-days.ts';

const zone = 'Asia/Almaty';
const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00+05:00`);

// 2026-06-01 is a Monday.
test.each([
  ['2026-06-01', '2026-06-01', 0, 0],
  ['2026-06-01', '2026-06-02', 1, 1],
  ['2026-06-05', '2026-06-07', 2, 0],
  ['2026-06-05', '2026-06-08', 3, 1],
  ['2026-06-06', '2026-06-08', 2, 1],
  ['2026-06-01', '2026-06-08', 7, 5],
  ['2026-05-30', '2026-06-17', 18, 13],
  ['2025-12-31', '2026-12-31', 365, 261],
  ['1969-12-31', '1970-01-02', 2, 2],
  ['2026-06-08', '2026-06-01', -7, 0],
])('from %s to %s: %d days, %d of them working days', (from, to, days, working) => {
  expect([daysBetween(zone, at(from), at(to)), workingDaysBetween(zone, at(from), at(to))]).toEqual(
    [days, working],
  );
});

test('a day begins at midnight in the zone of the site', () => {
  expect(workingDaysBetween(zone, at('2026-06-01', '23:59'), at('2026-06-02', '00:00'))).toBe(1);
  expect(workingDaysBetween('UTC', at('2026-06-01', '23:59'), at('2026-06-02', '00:00'))).toBe(0);
});

test('as counting one by one gives', () => {
  for (let length = 0; length < 40; length++) {
    const to = new Date(at('2026-02-26').getTime() + length * 86_400_000);
    let counted = 0;
    for (let day = 1; day <= length; day++)
      if (![0, 6].includes(new Date(at('2026-02-26').getTime() + day * 86_400_000).getUTCDay()))
        counted++;
    expect(workingDaysBetween(zone, at('2026-02-26'), to)).toBe(counted);
  }
});
