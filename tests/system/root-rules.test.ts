import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCaddyRules } from '#outputs/server/caddy.ts';
import { writeNginxRules } from '#outputs/server/nginx.ts';
import { ask } from './ask.ts';
import { startCaddyOfRoot, startNginxOfRoot, type SystemServer } from './server.ts';
import { rulesWith } from '../outputs/server/rules.ts';

// A server whose rules belong to root: of a release it takes over nothing but addresses.

const folder = join(mkdtempSync(join(tmpdir(), 'jarshy-root-rules-')), 'public');
const files = {
  'index.html': '<p>languages',
  '404.html': '<p>not here',
  'ru/archive/index.html': '<p>архив',
  'ru/feed.json': '{}',
  'ru/news/2026/gone/index.html': '<p>причина',
  '../public.server/addresses.tsv': [
    'moved\t/ru/старое (1)/\t/ru/archive/',
    'moved\t/ru/topics/x/feed.json\t/ru/feed.json',
    'gone\t/ru/news/2026/gone/\t/ru/news/2026/gone/index.html',
    '',
  ].join('\n'),
};
beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(dirname(folder), { recursive: true }));

describe.each([
  ['nginx', () => startNginxOfRoot({ rules: writeNginxRules(rulesWith({})), folder })],
  ['caddy', () => startCaddyOfRoot({ rules: writeCaddyRules(rulesWith({})), folder })],
])('%s', (_, start) => {
  let server: SystemServer;
  beforeAll(async () => void (server = await start()));
  afterAll(() => server?.stop());

  test.each([
    ['/', 200, undefined],
    ['/ru/archive/', 200, undefined],
    [`/${encodeURI('ru/старое (1)')}/`, 301, '/ru/archive/'],
    ['/ru/topics/x/feed.json', 301, '/ru/feed.json'],
    ['/ru/news/2026/gone/', 410, undefined],
    ['/ru/news/2026/gone/plan.pdf', 410, undefined],
    ['/ru/news/2026/nowhere/', 404, undefined],
  ])('%s is %i', async (path, status, location) => {
    const answer = await ask(server.port, path);
    expect([answer.status, answer.headers['location']]).toEqual([status, location]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});
