import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { releaseSite } from '#release/release-site.ts';
import { makePlaces } from '../deliver/send/sites.ts';
import { run } from '../sites/command.ts';

const places = makePlaces();
afterAll(places.remove);

/** A target whose release was built after everything that is there, and says so. */
async function target(moments: readonly string[]): Promise<string> {
  const to = places.place();
  const built = new Date(Date.now() + 3_600_000);
  await releaseSite({
    to,
    keep: 1,
    moment: built,
    make: () =>
      Promise.resolve({
        state: { ledger: new Map(), schedule: { format: 1, built: built.toISOString(), moments } },
        result: undefined,
        files: new Map(),
      }),
  });
  return to;
}
const content = places.place({ 'site.yaml': 'x' });
const due = (to: string, ...more: string[]) =>
  run(['due', '--content', content, '--to', to, ...more]);

describe('npm run due', () => {
  test('ends with 3 when nothing is due', async () => {
    expect(await due(await target(['2999-01-01T00:00:00.000Z']))).toMatchObject({
      status: 3,
      stdout: 'Nothing is due before 2999-01-01T00:00:00.000Z.\n',
    });
    expect(await due(await target([]))).toMatchObject({
      status: 3,
      stdout: 'Nothing is due, and the site will not change by itself.\n',
    });
  });
  test('ends with 0 when something is', async () => {
    expect(await due(await target(['2026-01-01T00:00:00.000Z']))).toMatchObject({
      status: 0,
      stdout: 'A build is needed: a moment has come at which the site changes.\n',
    });
  });
  test('ends with 0 when nothing was ever published, and tells programs why', async () => {
    const { status, stdout } = await due(places.place(), '--json');
    expect([status, JSON.parse(stdout)]).toEqual([0, { due: true, reason: { id: 'no-release' } }]);
  });
  test('ends with neither when it is asked what it does not know', async () =>
    expect((await due(places.place(), '--unknown')).status).toBe(1));
});

test('npm run notify says that readers do not get the site, and ends with 1', async () => {
  const to = places.place();
  const built = '2026-01-01T00:00:00.000Z';
  await releaseSite({
    to,
    keep: 1,
    moment: new Date(built),
    make: () =>
      Promise.resolve({
        state: {
          ledger: new Map(),
          schedule: { format: 1, built, moments: [] },
          news: { format: 1, url: 'http://127.0.0.1:1/', changed: [], feeds: [] },
        },
        result: undefined,
        files: new Map(),
      }),
  });
  const { status, stderr } = await run(['notify', '--state', join(to, 'current/state')]);
  expect(status).toBe(1);
  expect(stderr).toContain('Readers do not get the site as it was published: 1 fault.');
});

test.each(['ftp:example.org', 'rsync:', '/srv/press'])(
  'npm run publish refuses to send to “%s” before it builds anything',
  async (value) => {
    const { status, stderr } = await run([
      'publish',
      '--content',
      content,
      '--to',
      places.place(),
      '--send',
      value,
    ]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining(`“${value}” is no place to send the site to.`),
    ]);
  },
);
