import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { contents, moment, root, type SiteName } from './build-all.ts';
import { run } from './command.ts';

const check = (site: string, content: string, ...more: string[]) =>
  run(['check', '--content', content, '--out', site, ...more], root);

test.each(Object.keys(contents) as SiteName[])(
  '%s has no error, as of the moment at which it was built',
  async (name) => {
    const { status, stdout } = await check(join(inject('sites'), name), contents[name], '--json');
    expect([status, (JSON.parse(stdout) as { counts: { error: number } }).counts.error]).toEqual([
      0, 0,
    ]);
  },
);

test('what has broken since the build is found, with the file and the line of the content', async () => {
  const site = mkdtempSync(join(tmpdir(), 'jarshy-check-'));
  onTestFinished(() => rmSync(site, { recursive: true, force: true }));
  cpSync(join(inject('sites'), 'mixed'), site, { recursive: true });
  rmSync(join(site, 'ru/news/2026/road-repairs/index.html'));
  const page = join(site, 'ru/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html lang="ru"', '<html lang="kk"'));
  const { status, stdout } = await check(site, contents.mixed, '--now', moment);
  expect(status).toBe(1);
  expect(stdout).toContain('/ru/ (error: languages)');
  expect(stdout).toMatch(/\(error: links\)/u);
  const github = await check(site, contents.mixed, '--now', moment, '--github');
  expect(github.stdout).toMatch(/^::error title=languages::/mu);
});

test('a rule is explained; one that there is not is refused', async () => {
  expect((await run(['check', '--explain', 'links'])).stdout).toMatch(
    /^links \(error\)\n {2}Every link/u,
  );
  const { status, stderr } = await run(['check', '--explain', 'lnks']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('There is no rule “lnks”')]);
});

test('a folder without a site is refused', async () => {
  const { status, stderr } = await check('tests/fixtures', contents.mixed);
  expect([status, stderr]).toEqual([1, expect.stringContaining('There is no site')]);
});
