import { expect, test } from 'vitest';
import { builtInStrings } from '#lang/built-in.ts';
import {
  asHeading,
  formatDate,
  formatDays,
  formatMoment,
  formatMonth,
  formatPeriod,
  monthName,
} from '#lang/dates.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';

const zone = 'Asia/Almaty';
const strings = (locale: string) => createStrings(locale, builtInStrings(locale) as Dictionary);

test.each([
  ['kk', '2026\u00A0жылғы 22\u00A0қаңтар'],
  ['ru', '22\u00A0января 2026\u00A0г.'],
  ['en', '22\u00A0January 2026'],
])('a date in %s: %s', (locale, text) =>
  expect(formatDate(strings(locale), zone, new Date('2026-01-21T19:00:00Z'))).toBe(text),
);

test.each([
  ['kk', '2026-01-25', '2026\u00A0жылғы 19–\u206025\u00A0қаңтар'],
  ['ru', '2026-01-25', '19–\u206025\u00A0января 2026\u00A0г.'],
  ['en', '2026-01-25', '19–\u206025\u00A0January 2026'],
  ['ru', '2026-02-01', '19\u00A0января 2026\u00A0г. — 1\u00A0февраля 2026\u00A0г.'],
  ['ru', '2027-01-25', '19\u00A0января 2026\u00A0г. — 25\u00A0января 2027\u00A0г.'],
] as const)('days in %s, until %s: %s', (locale, last, text) =>
  expect(
    formatDays(
      strings(locale),
      zone,
      new Date('2026-01-19T00:00:00+05:00'),
      new Date(`${last}T23:59:59+05:00`),
    ),
  ).toBe(text),
);

test.each([
  ['a day', '2026-01-22T00:00', undefined, '22\u00A0января 2026\u00A0г.'],
  [
    'a day that is also the last',
    '2026-01-22T00:00',
    '2026-01-23T00:00',
    '22\u00A0января 2026\u00A0г.',
  ],
  ['days', '2026-01-22T00:00', '2026-01-24T00:00', '22–\u206023\u00A0января 2026\u00A0г.'],
  ['a time', '2026-01-22T10:00', undefined, '22\u00A0января 2026\u00A0г., 10:00 (UTC+5)'],
  [
    'hours',
    '2026-01-22T10:00',
    '2026-01-22T12:30',
    '22\u00A0января 2026\u00A0г., 10:00–\u206012:30 (UTC+5)',
  ],
  [
    'until the end of the day',
    '2026-01-22T10:00',
    '2026-01-23T00:00',
    '22\u00A0января 2026\u00A0г., 10:00 (UTC+5)',
  ],
  [
    'a day until a time',
    '2026-01-22T00:00',
    '2026-01-22T18:00',
    '22\u00A0января 2026\u00A0г. — 18:00 (UTC+5)',
  ],
  [
    'over night',
    '2026-01-22T22:00',
    '2026-01-23T06:00',
    '22\u00A0января 2026\u00A0г., 22:00 — 23\u00A0января 2026\u00A0г., 06:00 (UTC+5)',
  ],
  [
    'a time until a later day',
    '2026-01-22T10:00',
    '2026-01-25T00:00',
    '22\u00A0января 2026\u00A0г., 10:00 — 24\u00A0января 2026\u00A0г. (UTC+5)',
  ],
] as const)(
  'a period says each day once and names the zone of a time: %s',
  (_what, start, end, text) =>
    expect(
      formatPeriod(
        strings('ru'),
        zone,
        new Date(`${start}:00+05:00`),
        end === undefined ? undefined : new Date(`${end}:00+05:00`),
      ),
    ).toBe(text),
);

test.each([
  ['kk', 'Asia/Almaty', '2026\u00A0жылғы 22\u00A0қаңтар, 10:00 (UTC+5)'],
  ['en', 'Asia/Almaty', '22\u00A0January 2026, 10:00 (UTC+5)'],
  ['en', 'UTC', '22\u00A0January 2026, 05:00 (UTC+0)'],
  ['en', 'Asia/Kolkata', '22\u00A0January 2026, 10:30 (UTC+5:30)'],
])('a time in %s, %s', (locale, of, text) =>
  expect(formatPeriod(strings(locale), of, new Date('2026-01-22T05:00:00Z'))).toBe(text),
);

test.each([
  ['kk', '2026\u00A0жылғы 22\u00A0қаңтар, 18:30'],
  ['ru', '22\u00A0января 2026\u00A0г., 18:30'],
  ['en', '22\u00A0January 2026, 18:30'],
])('a moment in %s: %s', (locale, text) =>
  expect(formatMoment(strings(locale), zone, new Date('2026-01-22T13:30:00Z'))).toBe(text),
);

test('midnight has no time of day: none was meant', () => {
  expect(formatMoment(strings('ru'), zone, new Date('2026-01-21T19:00:00Z'))).toBe(
    '22\u00A0января 2026\u00A0г.',
  );
});

test.each([
  ['kk', '2026\u00A0жылғы қаңтар'],
  ['ru', 'январь 2026\u00A0г.'],
  ['en', 'January 2026'],
])('a month of a year in %s: %s', (locale, text) =>
  expect(formatMonth(strings(locale), 2026, 1)).toBe(text),
);

test('months standing alone', () => {
  expect(Array.from({ length: 12 }, (_, index) => monthName('ru', index + 1))).toEqual([
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ]);
  expect(Array.from({ length: 12 }, (_, index) => monthName('kk', index + 1))).toEqual([
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ]);
});

test.each([
  ['ru', 'январь', 'Январь'],
  ['kk', 'қаңтар', 'Қаңтар'],
  ['kk', '2026 жылғы қаңтар', '2026 жылғы қаңтар'],
  ['tr', 'ilk', 'İlk'],
  ['ar', 'يناير', 'يناير'],
  ['ru', '', ''],
])('at the head of a page in %s: %s', (locale, text, expected) =>
  expect(asHeading(locale, text)).toBe(expected),
);
