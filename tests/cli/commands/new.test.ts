import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newOptions } from '#cli/commands/new-options.ts';
import { defaultValues, type Values } from '#cli/command.ts';
import { sayIn } from '#messages/messages.ts';
import { readBasics } from '#site/read-basics.ts';
import { writeContent } from '../../site/content.ts';
import { run } from '../../sites/command.ts';
import { UserError } from '#messages/user-error.ts';

const now = new Date('2026-03-31T20:00:00Z'); // The first of April in Almaty.
const wish = (title: string | undefined, values: Partial<Values> = {}) =>
  newOptions(
    {
      values: { ...defaultValues, ...values },
      args: title === undefined ? [] : [title],
      say: sayIn('en'),
      locale: 'en',
      cwd: '.',
    },
    readBasics(writeContent({})),
    now,
  );

test('without a terminal: news of today, in the promised languages, the facts with the language of the title', async () => {
  expect(await wish('Неделя дорог')).toEqual({
    slug: 'nedelia-dorog',
    year: 2026,
    kind: 'news',
    date: '2026-04-01',
    eventStart: undefined,
    expires: undefined,
    divisions: [],
    topics: [],
    titles: new Map([
      ['ru', 'Неделя дорог'],
      ['kk', 'Неделя дорог'],
    ]),
  });
});

test('what the options say', async () => {
  expect(
    await wish('Жол күні', {
      kind: 'event',
      date: '1.12.2025',
      starts: '2026-01-02T10:00+05:00',
      divisions: 'traffic',
      topics: 'safety,safety',
      languages: 'kk',
      slug: 'road-day',
    }),
  ).toEqual({
    slug: 'road-day',
    year: 2025,
    kind: 'event',
    date: '2025-12-01',
    eventStart: '2026-01-02T10:00:00+05:00',
    expires: undefined,
    divisions: ['traffic'],
    topics: ['safety'],
    titles: new Map([['kk', 'Жол күні']]),
  });
});

describe('what is refused', () => {
  test.each<[string | undefined, Partial<Values>, UserError['id'], UserError['params']]>([
    [undefined, {}, 'missing-argument', { argument: '"TITLE"' }],
    [' ', {}, 'missing-argument', { argument: '"TITLE"' }],
    [
      'X',
      { kind: 'meetting' },
      'not-known',
      {
        value: 'meetting',
        option: '--kind',
        nearest: 'meeting',
        known: 'news, meeting, event, statement, alert',
      },
    ],
    [
      'X',
      { topics: 'safety,saftey' },
      'not-known',
      { value: 'saftey', option: '--topics', nearest: 'safety', known: 'safety' },
    ],
    [
      'X',
      { languages: 'de' },
      'not-known',
      { value: 'de', option: '--languages', nearest: 'kk', known: 'kk, ru' },
    ],
    ['X', { date: '2026-02-30' }, 'bad-moment', { value: '2026-02-30' }],
    ['X', { kind: 'event' }, 'kind-needs', { kind: 'event', option: '--starts' }],
    ['X', { kind: 'alert' }, 'kind-needs', { kind: 'alert', option: '--expires' }],
    ['X', { slug: 'Дорога' }, 'bad-slug', { value: 'Дорога', suggestion: 'doroga' }],
    ['2026', {}, 'bad-slug', { value: '2026', suggestion: 'road-safety-week' }],
  ])('%s %j', async (title, values, id, params) => {
    await expect(wish(title, values)).rejects.toMatchObject({ id, params });
  });
});

test('the command writes, tells a program what, and never overwrites', async () => {
  const content = writeContent({});
  const first = await run(
    ['new', 'Жол күні', '--content', content, '--date', '2026-01-25', '--json'],
    content,
  );
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout)).toEqual({
    folder: 'announcements/2026/zhol-kuni',
    files: ['announcements/2026/zhol-kuni/index.kk.md', 'announcements/2026/zhol-kuni/index.ru.md'],
  });
  const written = join(content, 'announcements/2026/zhol-kuni/index.kk.md');
  expect(readFileSync(written, 'utf8')).toBe(
    '---\ntitle: Жол күні\ndraft: true\ndate: 2026-01-25\n---\n\n<!-- Мәтінді осы жерге жазыңыз. -->\n',
  );
  const again = await run(
    ['new', 'Жол күні', '--content', content, '--date', '2026-01-25'],
    content,
  );
  expect([again.status, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toBe(
    'There is a folder announcements/2026/zhol-kuni already. Nothing has been written. Name another: --slug\n',
  );
});

test('a site that cannot be read is told of, and nothing is written', async () => {
  const content = writeContent({ 'topics.yaml': 'safety:\n  label: { kk: Қауіпсіздік }\n' });
  const { status, stderr } = await run(['new', 'Жол күні', '--content', content], content);
  expect(status).toBe(1);
  expect(stderr).toContain('topics.yaml:2');
  expect(existsSync(join(content, 'announcements/2026/zhol-kuni'))).toBe(false);
});
