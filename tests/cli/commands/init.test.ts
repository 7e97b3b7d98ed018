import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAsker } from '#cli/terminal/prompts.ts';
import { defaultValues, type Values } from '#cli/command.ts';
import { siteOf } from '#cli/commands/init.ts';
import { sayIn } from '#messages/messages.ts';
import { createClock } from '#clock.ts';
import { formatDate } from '#lang/dates.ts';
import { readValidSite } from '#site/read-site.ts';
import { run } from '../../sites/command.ts';
import { UserError } from '#messages/user-error.ts';

let desk: string;
beforeEach(() => void (desk = mkdtempSync(join(tmpdir(), 'jarshy-init-'))));
afterEach(() => rmSync(desk, { recursive: true }));

const named = ['--name', 'Акимат: пресс-служба', '--url', 'https://press.example.org/akimat/'];
const init = (...args: string[]) => run(['init', ...args], desk);

test('the smallest site: read at once, in the languages that were asked for', async () => {
  const { status, stdout, stderr } = await init(
    'site',
    ...named,
    '--languages',
    'ru,kk',
    '--email',
    'press@example.org',
    '--phone',
    '+7 727 000 00 00',
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('a public one publishes its drafts');
  expect(readdirSync(join(desk, 'site'))).toEqual(['pages', 'site.yaml']);
  expect(readFileSync(join(desk, 'site/site.yaml'), 'utf8')).not.toMatch(/[&*]a1/u);
  const { site, pages, strings } = readValidSite({
    folder: join(desk, 'site'),
    clock: createClock(),
  });
  expect(site).toMatchObject({
    locales: ['ru', 'kk'],
    base: '/akimat/',
    timeZone: 'Asia/Almaty',
    name: { ru: 'Акимат: пресс-служба', kk: 'Акимат: пресс-служба' },
    contacts: {
      phones: [{ number: '+7 727 000 00 00' }],
      emails: [{ address: 'press@example.org' }],
    },
  });
  // The statement on accessibility: what the site has, by the name it has there, a date, and whom to turn to.
  const [statement] = pages;
  const today = formatDate(strings.get('kk')!, site.timeZone, createClock().now);
  expect([pages.length, statement!.slug, Object.keys(statement!.texts).sort()]).toEqual([
    1,
    'accessibility',
    ['kk', 'ru'],
  ]);
  const kazakh = readFileSync(join(desk, 'site/pages/accessibility/index.kk.md'), 'utf8');
  expect(kazakh).toContain('«Нашар көретіндерге арналған нұсқа»');
  expect(kazakh).toContain('[press@example.org](mailto:press@example.org), +7 727 000 00 00.');
  expect(kazakh.trimEnd().endsWith(today)).toBe(true);
});

test('a new folder around the content says who reviews the theme; one that was there is left alone', async () => {
  const { stdout } = await init('press/content', ...named, '--json');
  expect((JSON.parse(stdout) as { files: string[] }).files).toContain('press/CODEOWNERS');
  expect(readFileSync(join(desk, 'press/CODEOWNERS'), 'utf8')).toMatch(/^\/theme\/ @\S+$/mu);
  rmSync(join(desk, 'press/CODEOWNERS'));
  await init('press/second', ...named);
  expect(readdirSync(join(desk, 'press'))).toEqual(['content', 'second']);
});

test('an empty folder will do, another will not', async () => {
  const program = JSON.parse((await init('.', ...named, '--json')).stdout) as unknown;
  expect(program).toEqual({
    folder: '',
    files: ['site.yaml', 'pages/accessibility/index.kk.md', 'pages/accessibility/index.ru.md'],
  });
  const before = readFileSync(join(desk, 'site.yaml'), 'utf8');
  writeFileSync(join(desk, 'mine.txt'), 'mine');
  const again = await init('.', ...named);
  expect([again.status, again.stderr]).toEqual([
    1,
    'The folder “.” is not empty. Name a new one.\n',
  ]);
  expect([readdirSync(desk).sort(), readFileSync(join(desk, 'site.yaml'), 'utf8')]).toEqual([
    ['mine.txt', 'pages', 'site.yaml'],
    before,
  ]);
});

describe('what is refused', () => {
  const sound: Partial<Values> = {
    name: 'X',
    url: 'https://press.example.org/',
    'time-zone': 'Asia/Almaty',
  };
  test.each<[Partial<Values>, UserError['id'], UserError['params']]>([
    [{ url: 'https://press.example.org/' }, 'option-missing', { option: '--name' }],
    [{ name: 'X' }, 'option-missing', { option: '--url' }],
    [
      { ...sound, url: 'press.example.org' },
      'bad-value',
      { option: '--url', value: 'press.example.org' },
    ],
    [
      { ...sound, languages: 'ru,ar' },
      'unknown-site-language',
      { language: 'ar', languages: 'kk, ru, en' },
    ],
    [{ ...sound, 'time-zone': 'Almaty' }, 'bad-value', { option: '--time-zone', value: 'Almaty' }],
    [{ ...sound, email: 'press' }, 'bad-value', { option: '--email', value: 'press' }],
    [{ ...sound, phone: 'нет' }, 'bad-value', { option: '--phone', value: 'нет' }],
  ])('%j', async (given, id, params) => {
    const values = { ...defaultValues, ...given };
    await expect(siteOf({ values, say: sayIn('en'), locale: 'en' })).rejects.toMatchObject({
      id,
      params,
    });
  });
});

test('the rest is asked, and what is not understood is asked again', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asker = createAsker(sayIn('ru'), { input, output });
  input.end(
    [
      '1 2',
      'Баспасөз',
      'Пресса',
      'press',
      'https://press.example.org/',
      '',
      '',
      'нет',
      '+7 727 000 00 00',
    ].join('\n') + '\n',
  );
  expect(await siteOf({ values: defaultValues, say: sayIn('ru'), locale: 'ru' }, asker)).toEqual({
    locales: ['kk', 'ru'],
    names: new Map([
      ['kk', 'Баспасөз'],
      ['ru', 'Пресса'],
    ]),
    url: 'https://press.example.org/',
    timeZone: 'Asia/Almaty',
    email: undefined,
    phone: '+7 727 000 00 00',
  });
  asker.close();
});
