import { expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { isDue, scheduleOf } from '#history/schedule.ts';
import { readSite } from '#site/read-site.ts';
import { inKazakh, inRussian, writeContent } from '../site/content.ts';

const now = '2026-02-01T12:00:00+05:00';

function momentsOf(...fields: string[]): readonly string[] {
  const clock = createClock(new Date(now));
  const reasons = fields
    .filter((field) => /Reason/u.test(field))
    .map((field) => field.replace('Ошибка', 'Қате'));
  const { problems } = readSite({
    folder: writeContent({ ...inRussian(...fields), ...inKazakh(...reasons) }),
    clock,
  });
  expect(problems).toEqual([]);
  return scheduleOf(clock).moments;
}

/** The moments of the small site itself are past, but for one: when its announcement is five years old. */
const fiveYears = '2031-01-21T19:00:00.000Z';

test.each([
  ['nothing', [], []],
  ['an expiry: the day is over', ['expires: 2026-02-03'], ['2026-02-03T19:00:00.000Z']],
  ['the end of a pin', ['pinnedUntil: 2026-02-05T10:00+05:00'], ['2026-02-05T05:00:00.000Z']],
  [
    'an event: its start and its end',
    ['eventStart: 2026-02-10T09:00+05:00', 'eventEnd: 2026-02-10T18:00+05:00'],
    ['2026-02-10T04:00:00.000Z', '2026-02-10T13:00:00.000Z'],
  ],
  [
    'a withdrawal that is to come',
    ['withdrawnOn: 2026-03-01', 'withdrawnReason: Ошибка'],
    ['2026-02-28T19:00:00.000Z'],
  ],
  [
    'a removal that is to come',
    ['removedOn: 2026-03-01', 'removedReason: Ошибка'],
    ['2026-02-28T19:00:00.000Z'],
  ],
  ['a language that appears later', ['appeared: 2026-02-20'], ['2026-02-19T19:00:00.000Z']],
])('%s', (_, fields, moments) => expect(momentsOf(...fields)).toEqual([...moments, fiveYears]));

test('the next moment comes first, and what has passed is not there', () => {
  expect(
    momentsOf('expires: 2026-02-03', 'pinnedUntil: 2026-02-02', 'eventStart: 2026-01-30'),
  ).toEqual(['2026-02-02T19:00:00.000Z', '2026-02-03T19:00:00.000Z', fiveYears]);
});

test('a release that is to come is known to the minute', () => {
  const clock = createClock(new Date('2026-01-20T00:00:00Z'));
  readSite({ folder: writeContent(inRussian()), clock });
  const schedule = scheduleOf(clock);
  expect(schedule).toEqual({
    format: 1,
    built: '2026-01-20T00:00:00.000Z',
    moments: ['2026-01-21T19:00:00.000Z'],
  });
  expect([
    isDue(schedule, new Date('2026-01-21T18:59:59.999Z')),
    isDue(schedule, new Date('2026-01-21T19:00:00Z')),
  ]).toEqual([false, true]);
});
