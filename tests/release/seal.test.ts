import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addToLog, emptyLog } from '#history/log.ts';
import { type ReleaseState, writtenLog } from '#history/release-state.ts';
import { checkNewest, readState, writeState } from '#release/state-files.ts';
import { UserError } from '#messages/user-error.ts';

let folder: string;
let release: { stateFolder: string; publicFolder: string };
const at = new Date('2026-06-01T12:00:00Z');
const logOf = (...titles: string[]) =>
  titles.reduce(
    (log, title) =>
      addToLog(log, {
        at: () => at,
        texts: new Map([['2026/x/ru', { withdrawn: false, fingerprint: () => title.repeat(64) }]]),
        removed: new Set(),
        salt: () => 'salt',
      }),
    emptyLog,
  );
const state: ReleaseState = {
  ledger: new Map([
    ['/ru/', 'page'],
    ['/ru/log/', 'page'],
    ['/ru/news/2026/x/', 'announcement'],
  ]),
  schedule: { format: 1, built: at.toISOString(), moments: [] },
  log: logOf('a', 'b'),
  events: {},
  pages: { '/ru/news/2026/x/': at.toISOString() },
  news: { format: 1, url: 'https://press.example.org/', changed: [], feeds: [] },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-seal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  release = { stateFolder: join(folder, 'state'), publicFolder: join(folder, 'public') };
  writeState(release, state);
  mkdirSync(release.publicFolder, { recursive: true });
  writeFileSync(join(release.publicFolder, 'log.json'), writtenLog(state.log!));
});

function damage(file: string, how: (text: Buffer) => Buffer): void {
  writeFileSync(file, how(readFileSync(file)));
}
/** Every file of the state, with damage that keeps it readable, and damage that does not. */
const damages = {
  'a flipped bit': (bytes: Buffer, place = bytes.length >> 1) => {
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  },
  'half of it lost': (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1),
  nothing: () => Buffer.alloc(0),
} as const;

describe.each(Object.entries(damages))('%s', (_, how) => {
  test.each(['log.json', 'events.json', 'pages.json'])(
    'in %s is repaired from its public copy',
    (name) => {
      damage(join(release.stateFolder, name), how);
      const { repaired, ...read } = readState(release);
      expect(repaired).toEqual([name]);
      expect(read).toMatchObject(state);
    },
  );
  test('in the ledger is refused, and so is damage in both copies', () => {
    const [ledger, log] = ['ledger.json', 'log.json'].map((name) =>
      join(release.stateFolder, name),
    );
    const before = readFileSync(ledger!);
    damage(ledger!, how);
    expect(() => readState(release)).toThrow('state-broken');
    writeFileSync(ledger!, before);
    damage(log!, how);
    damage(join(release.publicFolder, 'log.json'), (bytes) =>
      Buffer.concat([how(bytes), Buffer.from(' ')]),
    );
    expect(() => readState(release)).toThrow('state-broken');
  });
  test('in the schedule makes everything due, in the news everything new', () => {
    for (const name of ['schedule.json', 'news.json', 'release.json'])
      damage(join(release.stateFolder, name), how);
    const { schedule, news, repaired } = readState(release);
    expect(schedule.moments).toEqual([new Date(0).toISOString()]);
    expect(news).toBeUndefined();
    expect([...repaired].sort()).toEqual(['news.json', 'release.json', 'schedule.json']);
  });
  test('in the seal alone harms nothing', () => {
    damage(join(folder, 'seal.json'), how);
    expect(readState(release)).toMatchObject({ ledger: state.ledger, log: state.log });
  });
});

test('every bit of the log counts: none is read that was not written', () => {
  const file = join(release.stateFolder, 'log.json');
  const original = readFileSync(file);
  for (let place = 0; place < original.length; place += 7) {
    damage(file, () => damages['a flipped bit'](Buffer.from(original), place));
    expect(readState(release).log).toEqual(state.log);
  }
});

test('a state without a seal, of an older version, is read as it is', () => {
  rmSync(join(folder, 'seal.json'));
  expect(readState(release).repaired).toEqual([]);
  expect(readdirSync(release.stateFolder)).not.toContain('seal.json');
});

test('a log that was changed is not continued', () => {
  const { lines, salts } = state.log!;
  const changed = {
    format: 1 as const,
    salts,
    lines: [{ ...lines[0]!, what: 'gone' as const }, lines[1]!],
  };
  writeState(release, { ...state, log: changed });
  expect(() => readState(release)).toThrow('log-broken');
});

describe('a state that is at hand', () => {
  /** What `checkNewest` says when the public log is this one. */
  async function against(shown: ReleaseState['log'], own = state.log): Promise<unknown> {
    const server = createServer((_, response) =>
      shown ? response.end(writtenLog(shown)) : response.writeHead(404).end(),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    try {
      await checkNewest({ ...state, log: own }, 'backup', `http://127.0.0.1:${port}/`);
      return undefined;
    } catch (error) {
      return error instanceof UserError ? error.id : error;
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }
  test('may be newer than the public one, or the same', async () => {
    expect(await against(logOf('a'))).toBeUndefined();
    expect(await against(logOf('a', 'b'))).toBeUndefined();
    expect(await against(undefined)).toBeUndefined();
  });
  test('is refused if it is older, or contradicts the public one', async () => {
    expect(await against(logOf('a', 'b', 'c'))).toBe('state-older');
    expect(await against(logOf('a', 'c'))).toBe('state-forked');
  });
});
