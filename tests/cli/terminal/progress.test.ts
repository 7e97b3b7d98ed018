import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildParts, partName } from '#cli/terminal/build-stages.ts';
import { profiled } from '#cli/terminal/profile.ts';
import { showProgress } from '#cli/terminal/progress.ts';
import { verboseSummary } from '#cli/terminal/build-summary.ts';
import { sayIn } from '#messages/messages.ts';
import { sizeOf } from '#build/site-size.ts';

const work = mkdtempSync(join(tmpdir(), 'jarshy-progress-'));
afterAll(() => rmSync(work, { recursive: true }));

/** What work in four steps draws. */
function drawn({
  isTTY,
  env = {},
  total = 4,
}: {
  isTTY: boolean;
  env?: NodeJS.ProcessEnv;
  total?: number;
}): string {
  let text = '';
  const progress = showProgress(
    total,
    { isTTY, write: (part: string | Uint8Array) => Boolean((text += String(part))) },
    env,
  );
  progress.at(1, partName(sayIn('ru'), 'pages'));
  progress.at(4);
  progress.end();
  return text;
}

describe('a bar shows how far long work is', () => {
  test('in place, and is gone at the end', () => {
    expect(drawn({ isTTY: true }).split('\r\x1b[2K')).toEqual([
      '',
      `[${'#'.repeat(10)}${'.'.repeat(30)}] 1/4 страницы`,
      `[${'#'.repeat(40)}] 4/4`,
      '',
    ]);
  });
  test.each([
    ['in a log', { isTTY: false }],
    ['in CI', { isTTY: true, env: { CI: 'true' } }],
    ['in a terminal that cannot', { isTTY: true, env: { TERM: 'dumb' } }],
    ['for one step', { isTTY: true, total: 1 }],
  ])('not %s', (_, where) => expect(drawn(where)).toBe(''));
  test('each part of a build has its place and its name', () => {
    for (const part of buildParts) expect(partName(sayIn('kk'), part)).not.toBe(part);
  });
});

test('--verbose tells the time of each part, the weight of the site and its ten largest pages', () => {
  const folder = join(work, 'site');
  mkdirSync(join(folder, 'kk'), { recursive: true });
  for (let page = 1; page <= 12; page++)
    writeFileSync(join(folder, 'kk', `${page}.html`), 'x'.repeat(page * 1024));
  writeFileSync(join(folder, 'large.pdf'), 'x'.repeat(3 * 2 ** 20));
  const size = sizeOf(folder);
  expect(size).toMatchObject({ files: 13, bytes: 78 * 1024 + 3 * 2 ** 20 });
  expect(size.largestPages.map(({ file }) => file)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((page) => `kk/${page}.html`),
  );
  const parts = [
    { part: 'read', milliseconds: 80, peakMemory: 100 * 2 ** 20 },
    { part: 'something new', milliseconds: 12_345, peakMemory: 2 ** 30 },
  ];
  expect(verboseSummary({ parts }, size, sayIn('en'), 'en'))
    .toBe(`How long each part took, in seconds, and the most memory until then, in MiB:
   0.08  reading (100)
  12.35  something new (1,024)

The site has 13 files, 3.1 MiB.
The largest pages, in KiB:
  12  kk/12.html
  11  kk/11.html
  10  kk/10.html
   9  kk/9.html
   8  kk/8.html
   7  kk/7.html
   6  kk/6.html
   5  kk/5.html
   4  kk/4.html
   3  kk/3.html`);
});

describe('--profile', () => {
  /** Something that takes time under a name. */
  function turnInCircles() {
    const end = performance.now() + 60;
    while (performance.now() < end);
  }
  const functions = (file: string) =>
    (
      JSON.parse(readFileSync(file, 'utf8')) as {
        nodes: Array<{ callFrame: { functionName: string } }>;
      }
    ).nodes.map(({ callFrame }) => callFrame.functionName);
  test('writes where the time went', async () => {
    const file = join(work, 'a.cpuprofile');
    expect(
      await profiled(file, () =>
        Promise.resolve()
          .then(turnInCircles)
          .then(() => 'done'),
      ),
    ).toBe('done');
    expect(functions(file)).toContain('turnInCircles');
  });
  test('also when the work fails', async () => {
    const file = join(work, 'b.cpuprofile');
    await expect(
      profiled(file, () =>
        Promise.resolve()
          .then(turnInCircles)
          .then(() => Promise.reject(new Error('no'))),
      ),
    ).rejects.toThrow('no');
    expect(functions(file).length).toBeGreaterThan(0);
  });
});
