import {
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStateDue, isTargetDue } from '#release/is-due.ts';
import { releaseSite } from '#release/release-site.ts';
import { readReleases } from '#release/releases.ts';
import { rememberedUntilSent } from '#release/unsent.ts';
import { writeState } from '#release/state-files.ts';
import type { ReleaseState } from '#history/release-state.ts';
import { makePlaces } from '../deliver/send/sites.ts';

const places = makePlaces();
afterAll(places.remove);

/** Later than every file of this program: so nothing of it was touched since. */
const built = new Date(Date.now() + 60_000);
const minutesLater = (minutes: number) => new Date(built.getTime() + minutes * 60_000);
const soon = minutesLater(10);

function state(url = 'http://127.0.0.1:1/', moments: readonly Date[] = [soon]): ReleaseState {
  return {
    ledger: new Map(),
    schedule: {
      format: 1,
      built: built.toISOString(),
      moments: moments.map((moment) => moment.toISOString()),
    },
    pages: {},
    news: { format: 1, url, changed: [], feeds: [] },
  };
}

let to: string;
let content: string;
const release = (moments?: readonly Date[]) =>
  releaseSite({
    to,
    keep: 2,
    moment: built,
    make: () =>
      Promise.resolve({ state: state(undefined, moments), result: undefined, files: new Map() }),
  });
const ask = (now = minutesLater(1)) => isTargetDue(to, content, now);
const why = async (now?: Date) => (await ask(now)).reason?.id;

beforeEach(async () => {
  to = places.place();
  content = places.place({ 'site.yaml': 'x', 'announcements/2026/a/index.ru.md': 'x' });
  await release();
});

describe('a target on this machine', () => {
  test('is not due until something happens, and tells when', async () =>
    expect(await ask()).toEqual({ reason: undefined, next: soon }));
  test('is due at the moment itself, and after it', async () => {
    expect(await why(new Date(soon.getTime() - 1))).toBeUndefined();
    expect(await why(soon)).toBe('moment');
    expect(await why(minutesLater(100))).toBe('moment');
  });
  test('may never change by itself', async () => {
    await release([]);
    expect(await ask(minutesLater(1_000_000))).toEqual({ reason: undefined, next: undefined });
  });
  test('is due when nothing was ever published', async () => {
    to = places.place();
    expect(await why()).toBe('no-release');
  });
  test('is due when a release has not wholly arrived where it was sent', async () => {
    await expect(
      rememberedUntilSent(to, () => Promise.reject(new Error('the line is cut'))),
    ).rejects.toThrow();
    expect(await why()).toBe('unsent');
    await rememberedUntilSent(to, () => Promise.resolve());
    expect(await why()).toBeUndefined();
  });
  test('is due when a file of the public site is not as it was published', async () => {
    const page = () => join(readReleases(to).current!.publicFolder, 'index.html');
    const publish = () =>
      releaseSite({
        to,
        keep: 2,
        moment: built,
        async make({ publicFolder }) {
          writeFileSync(join(publicFolder, 'index.html'), 'A page');
          return { state: state(), result: undefined, files: new Map() };
        },
      });
    const damages: ReadonlyArray<(file: string) => void> = [
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, 'B page');
        utimesSync(file, atime, mtime);
      },
      (file) => renameSync(file, `${file}.gone`),
      (file) => writeFileSync(file, 'A longer page'),
    ];
    for (const damage of damages) {
      await publish();
      // The second time, only what was touched since is read.
      expect([await why(), await why()]).toEqual([undefined, undefined]);
      damage(page());
      expect((await ask()).reason).toEqual({ id: 'damaged', file: '/index.html' });
      expect(await why()).toBe('damaged');
    }
    await publish();
    rmSync(join(to, '.health'), { recursive: true });
    writeFileSync(join(to, '.health'), 'a file, so that nothing can be noted');
    expect(await why()).toBeUndefined();
    writeFileSync(page(), 'B page');
    expect(await why()).toBe('damaged');
  });
  test.each<[string, () => void]>([
    ['the schedule is gone', () => rmSync(schedule())],
    ['the schedule is damaged', () => writeFileSync(schedule(), '{"format":1,"moments":[]')],
    ['a newer program wrote it', () => writeFileSync(schedule(), '{"format":2}')],
    ['nobody knows which release is public', () => unlinkSync(join(to, 'current'))],
  ])('is due when %s', async (_, damage) => {
    await release();
    damage();
    expect(await why()).toBe('unknown');
  });
  const schedule = () => join(readReleases(to).current!.stateFolder, 'schedule.json');
});

describe('content that is touched makes a target due', () => {
  /** A release whose build began before the content was last touched. */
  const releaseBefore = async () => {
    const before = new Date();
    // The time of a change (ctime) has the step of the kernel's clock: some milliseconds.
    await new Promise((later) => setTimeout(later, 30));
    return async () => {
      to = places.place();
      await releaseSite({
        to,
        keep: 2,
        moment: before,
        make: () =>
          Promise.resolve({
            state: {
              ...state(),
              schedule: { format: 1, built: before.toISOString(), moments: [] },
            },
            result: undefined,
            files: new Map(),
          }),
      });
      return (await ask()).reason;
    };
  };
  const file = () => join(content, 'announcements/2026/a/index.ru.md');
  test.each<[string, () => void]>([
    ['written', () => writeFileSync(file(), 'y')],
    [
      'written with an old date',
      () => {
        writeFileSync(file(), 'y');
        utimesSync(file(), 0, 0);
      },
    ],
    [
      'renamed',
      () =>
        renameSync(join(content, 'announcements/2026/a'), join(content, 'announcements/2026/b')),
    ],
    ['removed', () => rmSync(file())],
    [
      'made',
      () => {
        mkdirSync(join(content, 'announcements/2027'));
      },
    ],
  ])('%s', async (_, touch) => {
    const due = await releaseBefore();
    touch();
    expect(await due()).toMatchObject({ id: 'touched', file: expect.stringContaining(content) });
  });
  test('what Git does for itself does not', async () => {
    content = places.place({ 'site.yaml': 'x' });
    mkdirSync(join(content, '.git'));
    await new Promise((later) => setTimeout(later, 30));
    const due = await releaseBefore();
    writeFileSync(join(content, '.git/FETCH_HEAD'), 'x');
    expect((await due())?.id).not.toBe('touched');
  });
  test('nor is a content that is gone taken for one that did not change', async () => {
    rmSync(content, { recursive: true });
    expect(await why()).toBe('touched');
  });
});

describe('a state that is kept without its releases', () => {
  let server: Server;
  let url: string;
  let shown: { status: number; body: string };
  beforeEach(async () => {
    shown = {
      status: 200,
      body: JSON.stringify({ format: 1, built: built.toISOString(), pages: {} }),
    };
    server = createServer(
      (request, response) =>
        void response
          .writeHead(request.url === '/press/_state/pages.json' ? shown.status : 404)
          .end(shown.body),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/press/`;
  });
  afterEach(() => void server.close());
  const askState = async (now = minutesLater(1)) => {
    const folder = places.place();
    writeState(
      { publicFolder: join(folder, 'public'), stateFolder: join(folder, 'state') },
      state(url),
    );
    return isStateDue(join(folder, 'state'), now);
  };

  test('is not due while the public address shows its release', async () =>
    expect(await askState()).toEqual({ reason: undefined, next: soon }));
  test('is due at its moment', async () =>
    expect((await askState(soon)).reason).toEqual({ id: 'moment' }));
  test('is due when the public address shows another: its deployment failed', async () => {
    shown.body = JSON.stringify({ format: 1, built: minutesLater(-1000).toISOString(), pages: {} });
    expect((await askState()).reason).toEqual({ id: 'other-public', url });
  });
  test.each<[string, number, string]>([
    ['is not there', 404, ''],
    ['is broken', 500, ''],
    ['answers something else', 200, '<h1>Welcome</h1>'],
  ])('is due when the public address %s', async (_, status, body) => {
    shown = { status, body };
    expect((await askState()).reason?.id).toBe('unknown');
  });
  test('is due when nobody answers', async () => {
    server.close();
    expect((await askState()).reason?.id).toBe('unknown');
  });
  test('is due when there is no state', async () =>
    expect((await isStateDue(places.place(), built)).reason?.id).toBe('unknown'));
});
