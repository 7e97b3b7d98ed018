import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { overdue } from '#status/gate.ts';
import { makeStatus } from '#status/make-status.ts';
import { sourceNow } from '#site/translation.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  readContent,
  settingsWith,
  week,
  writeContent,
} from '../site/content.ts';

/** A Tuesday; the announcement of the small site came out on Thursday, the 22nd of January. */
const tuesday = '2026-02-03T12:00:00+05:00';
const statusOf = (content: Content, now = tuesday) =>
  makeStatus({ folder: writeContent(content), clock: createClock(new Date(now)) });
const id = '2026/road-week';
const [kk, ru] = [
  { id, locale: 'kk', file: `${week}/index.kk.md`, title: 'Жол апталығы' },
  { id, locale: 'ru', file: `${week}/index.ru.md`, title: 'Неделя дорог' },
];
const later = 'announcements/2026/later/index.ru.md';

test('a house in order', () => {
  const russian = inRussian('summary: Кратко', 'divisions: [traffic]');
  const state = sourceNow(readContent(russian).sound[0]!.files, 'ru');
  expect(
    statusOf({ ...russian, ...inKazakh('summary: Қысқаша', `translatedFrom: ${state}`) }),
  ).toEqual({
    ...{
      now: new Date(tuesday),
      timeZone: 'Asia/Almaty',
      locales: ['kk', 'ru'],
      promise: ['kk', 'ru'],
    },
    counts: { published: 1, held: 0, withdrawn: 0, removed: 0 },
    // When its announcement is five years old, and says so.
    ...{
      nextChange: new Date('2031-01-22T00:00:00+05:00'),
      problems: 0,
      held: [],
      debt: [],
      unrecorded: 0,
      gaps: [],
      silences: [],
    },
  });
});

describe('what is held', () => {
  test('is told with when it comes out, drafts last', () => {
    const { held, counts, nextChange } = statusOf({
      ...inKazakh('draft: true'),
      [later]: markdown(['title: Позже', 'date: 2026-03-01']),
      'announcements/2026/soon/index.ru.md': markdown([
        'title: Скоро',
        'date: 2026-02-04T09:30+05:00',
      ]),
    });
    expect(held.map(({ id: of, locale, opens }) => [of, locale, opens?.toISOString()])).toEqual([
      ['2026/soon', 'ru', '2026-02-04T04:30:00.000Z'],
      ['2026/later', 'ru', '2026-02-28T19:00:00.000Z'],
      [id, 'kk', undefined],
    ]);
    expect([counts, nextChange]).toEqual([
      { published: 1, held: 2, withdrawn: 0, removed: 0 },
      new Date('2026-02-04T04:30:00Z'),
    ]);
  });
  test('a translation that comes out later is held until then', () => {
    expect(statusOf(inKazakh('appeared: 2026-02-10')).held).toEqual([
      { ...kk, opens: new Date('2026-02-10T00:00:00+05:00') },
    ]);
  });
});

describe('what is owed', () => {
  const since = new Date('2026-01-22T00:00:00+05:00');
  const owed = { since, days: 12, workingDays: 8, changed: [], lost: 0 };
  const debt = (content: Content) => statusOf(content).debt;

  test('nothing', () => expect(debt({})).toEqual([]));
  test('a text that is missing, with the one to translate', () =>
    expect(debt({ [kk.file]: undefined })).toEqual([
      { ...ru, locale: 'kk', kind: 'missing', ...owed },
    ]));
  test('a text that is only a draft, with the draft', () =>
    expect(debt(inKazakh('draft: true'))).toEqual([{ ...kk, kind: 'missing', ...owed }]));
  test('not what was never promised', () =>
    expect(debt({ [kk.file]: undefined, 'site.yaml': settingsWith('promise: [ru]') })).toEqual([]));
  test('not for what is held or withdrawn', () => {
    expect(
      debt({
        [kk.file]: undefined,
        ...inRussian('withdrawnOn: 2026-01-23', 'withdrawnReason: Ошибка'),
      }),
    ).toEqual([]);
    expect(debt({ [later]: markdown(['title: Позже', 'date: 2026-03-01']) })).toEqual([]);
  });
  test('what a machine has translated', () =>
    expect(debt(inKazakh('machineTranslated: true'))).toEqual([
      { ...kk, kind: 'machine', ...owed },
    ]));
  test('what is older than its source, with what has changed', () => {
    const [stale, ...rest] = debt({
      ...inKazakh('translatedFrom: ru@1a2b3c4d5e6f-0000'),
      ...inRussian('summary: Новое'),
    });
    expect(rest).toEqual([]);
    expect(stale).toMatchObject({ ...kk, kind: 'stale', source: 'ru', lost: -2 });
    expect(stale!.changed.map(({ field, line }) => [field, line])).toEqual([
      ['title', 2],
      ['summary', 4],
      ['', 6],
    ]);
  });
  test('the oldest first', () => {
    const older = 'announcements/2025/older/index.ru.md';
    expect(
      debt({ [older]: markdown(['title: Старое', 'date: 2025-12-01']), [kk.file]: undefined }).map(
        ({ id: of }) => of,
      ),
    ).toEqual(['2025/older', id]);
  });

  test('is overdue after more working days than allowed', () => {
    const status = statusOf({ [kk.file]: undefined, ...inRussian('machineTranslated: true') });
    expect(overdue(status, 8)).toEqual([]);
    expect(overdue(status, 7).map(({ id: of, kind }) => [of, kind])).toEqual([[id, 'missing']]);
  });
});

test('pairs of which nobody recorded which translates which', () =>
  expect(statusOf({}).unrecorded).toBe(1));

test('what is incomplete', () => {
  const cover = {
    ...inRussian('cover: ./photo.jpg', 'summary: Кратко'),
    [`${week}/photo.jpg`]: 'x',
  };
  expect(statusOf({}).gaps.map(({ locale, lacks }) => [locale, lacks])).toEqual([
    ['kk', 'division'],
    ['kk', 'summary'],
    ['ru', 'summary'],
  ]);
  const { gaps, problems } = statusOf(cover);
  expect([gaps.map(({ locale, lacks, file }) => [locale, lacks, file]), problems]).toEqual([
    [
      ['kk', 'cover-alt', kk.file],
      ['ru', 'cover-alt', ru.file],
    ],
    2,
  ]);
});

test('of a draft, the pictures that nobody has described: they stop nothing', () => {
  const draft = {
    [ru.file]: markdown(
      [
        'title: X',
        'date: 2026-01-22',
        'draft: true',
        'summary: y',
        'cover: ./photo.jpg',
        'divisions: [traffic]',
      ],
      '- ![](./photo.jpg)\n',
    ),
    ...inKazakh('summary: y', 'coverAlt: z'),
    [`${week}/photo.jpg`]: 'x',
  };
  const { gaps, problems } = statusOf(draft);
  expect([gaps.map(({ locale, lacks }) => [locale, lacks]), problems]).toEqual([
    [
      ['ru', 'cover-alt'],
      ['ru', 'picture-alt'],
    ],
    0,
  ]);
});

test('what is silenced, and why', () => {
  expect(
    statusOf(inRussian('privacyOk:', "  - 'phone: the number of the office: 102'", '  - plate'))
      .silences,
  ).toEqual([
    { ...ru, line: 5, rule: 'phone', reason: 'the number of the office: 102' },
    { ...ru, line: 6, rule: 'plate', reason: '' },
  ]);
});

test('a folder that is no site is told as for a build', () => {
  expect(() => statusOf({ 'site.yaml': undefined })).toThrow(
    expect.objectContaining({ problems: [{ id: 'missing-file', file: 'site.yaml', params: {} }] }),
  );
});
