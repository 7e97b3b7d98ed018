import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { readValidSite } from '#site/read-site.ts';
import { give } from '../in-process.ts';

let desk: string;
beforeEach(async () => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-template-'));
  await give(
    desk,
    'init',
    'content',
    '--name',
    'X',
    '--url',
    'https://press.example.org/',
    '--json',
  );
});
afterEach(() => rmSync(desk, { recursive: true }));

const begin = (...more: string[]) =>
  give(desk, 'new', 'Road', '--slug', 'road', '--date', '2026-01-22', ...more);
const text = (tag: string) =>
  readFileSync(join(desk, `content/announcements/2026/road/index.${tag}.md`), 'utf8');
const site = () => readValidSite({ folder: join(desk, 'content'), clock: createClock() });

test.each([
  [
    'event',
    ['--kind', 'event', '--starts', '2026-02-01T10:00+05:00'],
    /eventPlace:[^]*## Программа/u,
  ],
  ['meeting', ['--kind', 'meeting'], /outcomes:[^]*## Что решили/u],
  ['alert', ['--kind', 'alert', '--expires', '2026-02-01'], /## Что делать/u],
  ['vacancy', ['--template', 'vacancy'], /## Требования/u],
  ['correction', ['--template', 'correction'], /## Как верно/u],
])('%s begins with what belongs into it, in each language', async (_, options, russian) => {
  expect((await begin(...options, '--json')).status).toBe(0);
  expect(text('ru')).toMatch(russian);
  expect(text('kk')).toMatch(/^## (?=.*[ҚқҒғҰұҮүӘәӨөІі])/mu);
  site();
});

test('an office’s own template comes first, with its fields, and is no part of the site', async () => {
  mkdirSync(join(desk, 'content/templates'));
  writeFileSync(
    join(desk, 'content/templates/news.ru.md'),
    '---\r\nsummary: Коротко\r\ncontact: press\r\n---\r\n\r\n## Наше\r\n',
  );
  const { said } = await begin();
  expect(said).toContain('templates/news');
  expect(text('ru')).toMatch(/draft: true\ncontact: press\nsummary: Коротко\n---\n\n## Наше\n$/u);
  expect(text('kk')).not.toContain('Наше');
});

test.each([
  [['--template', 'vacansy'], /Did you mean vacancy/u],
  [['--template', 'own'], /templates\/own\.ru\.md.*“sumary”.*summary/u],
])('%j is refused, and nothing is written', async (options, sentence) => {
  mkdirSync(join(desk, 'content/templates'));
  writeFileSync(join(desk, 'content/templates/own.ru.md'), '---\nsumary: X\n---\n');
  const { status, said } = await begin(...options);
  expect([status, said]).toEqual([1, expect.stringMatching(sentence)]);
  expect(site().announcements).toEqual([]);
});
