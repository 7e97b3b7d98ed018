import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { parseYaml } from '#lang/yaml.ts';
import { announcementFile } from '#schema/announcement.ts';
import { splitFrontMatter, withField } from '#schema/front-matter.ts';
import { announcementId } from '#site/announcement.ts';
import { approvalOf, approvedState } from '#site/approval.ts';
import { readSite } from '#site/read-site.ts';
import { calendarOf } from '#status/calendar.ts';
import { makeStatus } from '#status/make-status.ts';
import { type Content, markdown, settings, week, writeContent } from './content.ts';

const ru = `${week}/index.ru.md`;
const kk = `${week}/index.kk.md`;
const now = new Date('2026-02-01T12:00:00+05:00');
const required = { 'site.yaml': [...settings, 'approval: required'].join('\n') };
const written = markdown(['title: Неделя дорог', 'date: 2026-01-22'], 'Один.\n\nДва.\n');

/** A text as a second person has approved it. */
function approved(text: string, more: Record<string, string> = {}): string {
  const { yaml: written, body, bodyLine } = splitFrontMatter(text)!;
  const yaml = parseYaml(written, 2);
  if ('faults' in yaml) throw new Error('not YAML');
  const of = approvedState({
    value: announcementFile.parse(yaml.value),
    yaml,
    source: { file: ru, format: 'md', body, bodyLine },
  });
  return withField(text, 'approved', { by: 'Шеф', on: '2026-01-22T10:00', of, ...more })!;
}

const read = (content: Content, published?: readonly string[]) =>
  readSite({
    folder: writeContent({ ...required, [kk]: undefined, ...content }),
    clock: createClock(now),
    ...(published ? { published: new Set(published) } : {}),
  });
const isOut = (text: string) =>
  read({ [ru]: text })
    .model!.announcements.map((one) => one.id)
    .includes('2026/road-week');

describe('only what was approved comes out', () => {
  const good = approved(written);
  test.each<[string, string, boolean]>([
    ['submitted', written, false],
    ['approved', good, true],
    ['one letter changed afterwards', good.replace('Два.', 'Двa.'), false],
    ['the title', good.replace('дорог', 'мостов'), false],
    ['a paragraph more', `${good}\nТри.\n`, false],
    ['typography alone', good.replace('Два.', '  Два.  '), true],
    ['a draft', good.replace('date:', 'draft: true\ndate:'), false],
    ['another text was approved', good.replace(/of: "[0-9a-f]{4}/u, 'of: "0000'), false],
  ])('%s', (_, text, out) => expect(isOut(text)).toBe(out));

  test('a site that asks for no approval takes no notice of it', () =>
    expect(
      read({ 'site.yaml': settings.join('\n'), [ru]: written }).model!.announcements,
    ).toHaveLength(1));

  test('each language on its own', () => {
    const [one] = read({ [ru]: good, [kk]: markdown(['title: Апта']) }).model!.announcements;
    expect(Object.keys(one!.texts)).toEqual(['ru']);
  });

  test('a removal waits for nobody', () => {
    const { model, problems } = read(
      {
        [ru]: written.replace('date:', 'removedOn: 2026-01-23\nremovedReason: Решение суда\ndate:'),
      },
      ['/ru/news/2026/road-week/'],
    );
    expect([problems, model!.removed.map(announcementId)]).toEqual([[], ['2026/road-week']]);
  });

  test('what is public and was changed stops the publication, and says how to go on', () => {
    const { problems } = read({ [ru]: good.replace('Два.', 'Две.') }, ['/ru/news/2026/road-week/']);
    expect(problems).toEqual([
      {
        id: 'published-unapproved',
        file: ru,
        line: 4,
        params: { address: '/ru/news/2026/road-week/', id: '2026/road-week', locale: 'ru' },
      },
    ]);
  });
});

test.each([
  ['draft', 'draft: true'],
  ['submitted', 'kind: news'],
] as const)('a text is %s', (state, line) => {
  const { sound } = readSite({
    folder: writeContent({ [ru]: written.replace('date:', `${line}\ndate:`) }),
    clock: createClock(now),
  });
  expect(approvalOf(sound[0]!.files.get('ru')!)).toBe(state);
});

test('the status says what waits, what was changed, and who has approved alone', () => {
  const status = (text: string) =>
    makeStatus({
      folder: writeContent({ ...required, [kk]: undefined, [ru]: text }),
      clock: createClock(now),
    });
  expect(status(written).held).toMatchObject([{ id: '2026/road-week', approval: 'submitted' }]);
  const alone = approved(written, { alone: 'Шеф в отпуске' });
  expect(status(alone.replace('Два.', 'Три.')).held).toMatchObject([{ approval: 'changed' }]);
  expect(status(alone)).toMatchObject({
    held: [],
    alone: [{ id: '2026/road-week', locale: 'ru', by: 'Шеф', reason: 'Шеф в отпуске' }],
  });
});

test('the calendar: what comes out, starts, ends and expires in six weeks', () => {
  const event = (date: string) =>
    markdown([
      'title: День',
      `date: ${date}`,
      'kind: event',
      'eventStart: 2026-02-20T10:00+05:00',
      'eventEnd: 2026-02-20T12:00+05:00',
      'expires: 2026-02-21',
    ]);
  const calendar = calendarOf(
    writeContent({
      [ru]: event('2026-02-10'),
      [kk]: undefined,
      'announcements/2026/late/index.ru.md': markdown(['title: Поздно', 'date: 2026-06-01']),
    }),
    createClock(now),
  );
  expect(calendar.map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
    ['out', '2026-02-09T19:00:00.000Z'],
    ['starts', '2026-02-20T05:00:00.000Z'],
    ['ends', '2026-02-20T07:00:00.000Z'],
    ['expires', '2026-02-21T19:00:00.000Z'],
  ]);
});
