import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { eventCalendar, siteCalendar } from '#outputs/data/calendar.ts';
import { writeIcs } from '#outputs/data/ics.ts';
import type { Content } from '../../site/content.ts';
import { inKazakh, inRussian, week } from '../../site/content.ts';
import { smallSnapshot } from '../snapshots.ts';

const id = '2026/road-week';

async function written(
  facts: readonly string[],
  {
    changes = {},
    locale = 'ru',
    now = '2026-02-01T12:00:00+05:00',
  }: { changes?: Content; locale?: string; now?: string } = {},
): Promise<string> {
  const snapshot = await smallSnapshot({ ...inRussian('kind: event', ...facts), ...changes }, now);
  return writeIcs(eventCalendar(snapshot, { locale, id }));
}

/** What another program reads. */
function read(document: string) {
  const calendar = new ICAL.Component(ICAL.parse(document) as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => event.getFirstPropertyValue(name);
    const time = (name: string) => (value(name) as ICAL.Time | null)?.toString();
    return {
      uid: value('uid'),
      sequence: value('sequence'),
      start: time('dtstart'),
      end: time('dtend'),
      stamp: time('dtstamp'),
      summary: value('summary'),
      description: value('description'),
      location: value('location'),
      url: value('url'),
      status: value('status'),
    };
  });
}

test('an event with all it can have', async () => {
  const facts = [
    'eventStart: 2026-03-10T10:00:00+05:00',
    'eventEnd: 2026-03-10T12:30:00+05:00',
    'eventPlace: "Площадь Абая, 1; вход со двора"',
    'eventOnline: https://live.example.org/',
    'eventRevision: 3',
    'summary: Кратко.',
  ];
  expect(read(await written(facts))).toEqual([
    {
      uid: '2026-road-week@press.example.org',
      sequence: 3,
      start: '2026-03-10T05:00:00Z',
      end: '2026-03-10T07:30:00Z',
      stamp: '2026-01-21T19:00:00Z',
      summary: 'Неделя дорог',
      description:
        'Кратко.\nhttps://live.example.org/\nhttps://press.example.org/ru/news/2026/road-week/',
      location: 'Площадь Абая, 1; вход со двора',
      url: 'https://press.example.org/ru/news/2026/road-week/',
      status: 'CONFIRMED',
    },
  ]);
});

test('the same event in another language has the same name', async () => {
  const [event] = read(await written(['eventStart: 2026-03-10'], { locale: 'kk' }));
  expect([event!.uid, event!.summary]).toEqual([
    '2026-road-week@press.example.org',
    'Жол апталығы',
  ]);
});

describe('when', () => {
  // The clocks of Almaty went back an hour on 1 March 2024.
  test.each([
    [
      'a time before the change of the zone',
      ['eventStart: 2024-02-29T10:00:00+06:00'],
      '2024-02-29T04:00:00Z',
      undefined,
    ],
    [
      'a time after it',
      ['eventStart: 2024-03-01T10:00:00+05:00'],
      '2024-03-01T05:00:00Z',
      undefined,
    ],
    [
      'from before to after',
      ['eventStart: 2024-02-29T23:00:00+06:00', 'eventEnd: 2024-03-01T01:00:00+05:00'],
      '2024-02-29T17:00:00Z',
      '2024-02-29T20:00:00Z',
    ],
    ['one day', ['eventStart: 2024-02-29'], '2024-02-29', '2024-03-01'],
    [
      'days before and after it',
      ['eventStart: 2024-02-28', 'eventEnd: 2024-03-02'],
      '2024-02-28',
      '2024-03-03',
    ],
  ])('%s', async (_what, facts, start, end) => {
    const [event] = read(await written(facts));
    expect([event!.start, event!.end]).toEqual([start, end]);
  });
});

test('a withdrawal cancels it, with a higher number', async () => {
  const [event] = read(
    await written(
      [
        'eventStart: 2026-03-10',
        'eventRevision: 2',
        'withdrawnOn: 2026-01-30',
        'withdrawnReason: Перенос.',
      ],
      { changes: inKazakh('withdrawnReason: Ауыстыру.') },
    ),
  );
  expect(event).toMatchObject({ status: 'CANCELLED', sequence: 3, stamp: '2026-01-29T19:00:00Z' });
});

test('all events of a language, the cancelled too; nothing else', async () => {
  const second = (extra = '') => ({
    [`announcements/2026/talk/index.ru.md`]: `---\ntitle: Встреча\ndate: 2026-01-20\nkind: event\neventStart: 2026-02-20\n${extra}---\nТекст.\n`,
  });
  const snapshot = await smallSnapshot({
    ...inRussian(),
    ...second('withdrawnOn: 2026-01-30\nwithdrawnReason: Отмена.\n'),
    [`${week}/index.kk.md`]: undefined,
  });
  const [ru, kk] = ['ru', 'kk'].map((locale) => read(writeIcs(siteCalendar(snapshot, locale))));
  expect(ru!.map(({ uid, status }) => [uid, status])).toEqual([
    ['2026-talk@press.example.org', 'CANCELLED'],
  ]);
  expect(kk).toEqual([]);
});

test('a calendar without events has the component that every calendar needs, and shows nothing', async () => {
  const document = writeIcs(siteCalendar(await smallSnapshot(inRussian()), 'ru'));
  const calendar = new ICAL.Component(ICAL.parse(document) as [string, unknown[], unknown[]]);
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  expect(zone.utcOffset(new ICAL.Time({ year: 2026, month: 6, day: 1 }, zone))).toBe(0);
  expect(document.split('\r\n').filter((line) => line.includes('\n'))).toEqual([]);
});

describe('to the letter', () => {
  const long = `а${'Ұзақ атау, «тырнақша» мен 👩‍👩‍👧 эмодзи; '.repeat(12)}`;
  test('lines end in CRLF and have 75 octets at most, folded between letters', async () => {
    const document = await written([
      'eventStart: 2026-03-10',
      `eventPlace: ${JSON.stringify(long)}`,
    ]);
    expect(document.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(document.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of document.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).toBe(line.toWellFormed());
    }
    expect(read(document)[0]!.location).toBe(long.trim());
  });

  test('two builds give the same bytes', async () => {
    const facts = ['eventStart: 2026-03-10'];
    expect(await written(facts, { now: '2026-04-01T00:00:00Z' })).toBe(await written(facts));
  });
});
