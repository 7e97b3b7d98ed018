import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isDue } from '#history/schedule.ts';
import { takeLock } from '#build/lock.ts';
import { releaseSite } from '#release/release-site.ts';
import { readReleases } from '#release/releases.ts';
import { rollBack } from '#release/rollback.ts';
import { readPublicState, readState } from '#release/state-files.ts';
import { publicVersion } from './kill.ts';
import { releaseVersion } from './stand-in.ts';
import { UserError } from '#messages/user-error.ts';

function target(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-target-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Publishes versions one after the other; the ids of their releases. */
async function publishAll(to: string, ...versions: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const version of versions) ids.push((await releaseVersion(to, version, 40)).release.id);
  return ids;
}

const idsIn = (to: string) => readReleases(to).releases.map(({ id }) => id);

/** What a promise was refused with. */
async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('it was not refused'),
    (error: unknown) => (error instanceof UserError ? [error.id, error.params] : error),
  );
}

describe('a release', () => {
  test('is public when it is whole; the last ones are kept, and the ledger grows', async () => {
    const to = target();
    const ids = await publishAll(to, 1, 2, 3, 4);
    expect(ids).toEqual([
      '000001-20260101T000001Z',
      '000002-20260101T000002Z',
      '000003-20260101T000003Z',
      '000004-20260101T000004Z',
    ]);
    expect(publicVersion(to)).toBe(4);
    expect(readlinkSync(join(to, 'current'))).toBe(`releases/${ids[3]}`);
    expect(idsIn(to)).toEqual(ids.slice(1));
    expect([...readState(readReleases(to).current!).ledger.keys()]).toEqual(
      [1, 2, 3, 4].map((version) => `/ru/news/2026/v${version}/`),
    );
  });

  test('that fails changes nothing and leaves nothing behind', async () => {
    const to = target();
    await publishAll(to, 1);
    const before = readdirSync(join(to, 'releases'));
    const fault = new Error('a check failed');
    const failing = releaseSite({
      to,
      keep: 3,
      moment: new Date(0),
      make: async ({ publicFolder }) => (
        writeFileSync(join(publicFolder, 'half.html'), 'x'),
        Promise.reject(fault)
      ),
    });
    expect(await refusal(failing)).toBe(fault);
    expect(readdirSync(join(to, 'releases'))).toEqual(before);
    expect(publicVersion(to)).toBe(1);
    expect(existsSync(join(to, 'publish.lock'))).toBe(false);
  });

  test('is refused while another is made, with the one who makes it', async () => {
    const to = target();
    const lock = takeLock(join(to, 'publish.lock'), 'publish-lock-held');
    const error = await refusal(releaseVersion(to, 1, 1));
    expect(error).toEqual(['publish-lock-held', { pid: String(process.pid) }]);
    lock.giveBack();
    await publishAll(to, 1);
  });

  test('clears away what one who was stopped has left, a finished one too that never was public', async () => {
    const to = target();
    await publishAll(to, 1);
    for (const name of [
      '.new/public',
      '.new-x1y2z3/public',
      '.old-000000-20260101T000000Z',
      '000002-20260101T000002Z/public',
    ])
      mkdirSync(join(to, 'releases', name), { recursive: true });
    symlinkSync('releases/nowhere', join(to, '.current.new'));
    expect(idsIn(to)).toHaveLength(1);
    const [id] = await publishAll(to, 3);
    expect(readdirSync(join(to, 'releases')).sort()).toEqual(['000001-20260101T000001Z', id]);
    expect(lstatSync(join(to, '.current.new'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('is not public when a file of it is missing or cut off', async () => {
    const to = target();
    const [first] = await publishAll(to, 1);
    for (const damage of [rmSync, (file: string) => writeFileSync(file, '<h1>')]) {
      let file = '';
      const damaging = releaseVersion(to, 2, 40, {
        made: ({ publicFolder }) => damage((file = join(publicFolder, 'ru/7/index.html'))),
      });
      expect(await refusal(damaging)).toEqual(['site-incomplete', { file }]);
      expect(readlinkSync(join(to, 'current'))).toBe(`releases/${first}`);
    }
  });

  test('is not public when another has taken over the lock', async () => {
    const to = target();
    const [first] = await publishAll(to, 1);
    const late = releaseVersion(to, 2, 40, {
      made: () => writeFileSync(join(to, 'publish.lock'), '1\n2\nelsewhere\nanother'),
    });
    expect(await refusal(late)).toEqual(['publish-lock-lost', {}]);
    expect(readlinkSync(join(to, 'current'))).toBe(`releases/${first}`);
    // The other still holds it.
    expect(readFileSync(join(to, 'publish.lock'), 'utf8')).toMatch(/another$/u);
  });

  test('is not made where it cannot be told what is public', async () => {
    const to = target();
    const [, second] = await publishAll(to, 1, 2);
    rmSync(join(to, 'current'));
    expect(await refusal(releaseVersion(to, 3, 1))).toEqual(['no-current', { newest: second }]);
    symlinkSync(`releases/${second}`, join(to, 'current'));
    await publishAll(to, 3);
    expect(publicVersion(to)).toBe(3);
  });
});

describe('going back', () => {
  const back = (to: string, id?: string) => rollBack({ to, keep: 9, id });

  test('makes the one before public again, as a new release that has forgotten nothing', async () => {
    const to = target();
    const [first] = await publishAll(to, 1, 2);
    const { release, repeats } = await back(to);
    expect([repeats, release.slice(0, 6)]).toEqual([first, '000003']);
    expect(readFileSync(join(to, 'current/public/ru/0/index.html'), 'utf8')).toMatch(/^<h1>1</u);
    const state = readState(readReleases(to).current!);
    expect([...state.ledger.keys()]).toEqual(['/ru/news/2026/v1/', '/ru/news/2026/v2/']);
    expect(readPublicState(join(to, 'current/public'))).toEqual({ ledger: state.ledger });
  });

  test('twice goes back two steps, not forth again', async () => {
    const to = target();
    const [first, second] = await publishAll(to, 1, 2, 3);
    expect([(await back(to)).repeats, (await back(to)).repeats]).toEqual([second, first]);
    expect(await refusal(back(to))).toEqual(['back-nothing-before', {}]);
  });

  test('to a certain one; to one that is not there; to the public one', async () => {
    const to = target();
    const [first, second, third] = await publishAll(to, 1, 2, 3);
    expect(await refusal(back(to, 'x'))).toEqual([
      'back-unknown-release',
      { release: 'x', releases: `${first}, ${second}` },
    ]);
    expect(await refusal(back(to, third))).toEqual([
      'back-unknown-release',
      { release: third, releases: `${first}, ${second}` },
    ]);
    expect((await back(to, first)).repeats).toBe(first);
  });

  test('where nothing was published', async () =>
    expect(await refusal(back(target()))).toEqual(['back-nothing-before', {}]));
});

describe('what is removed', () => {
  test('leaves the releases that are kept, and there is no way back to it', async () => {
    const to = target();
    const [first, second] = await publishAll(to, 1, 2);
    const kept = join(to, 'releases', second!);
    cpSync(kept, join(to, 'copy'), { recursive: true });
    const { release, purged } = await releaseVersion(to, 3, 40, { removed: [2] });
    expect(purged).toEqual([second]);
    expect(idsIn(to)).toEqual([first, release.id]);
    expect(existsSync(kept)).toBe(false);

    // As when somebody is stopped after the swap and before the clearing away.
    renameSync(join(to, 'copy'), kept);
    expect(await refusal(rollBack({ to, keep: 9, id: second }))).toEqual([
      'back-holds-removed',
      { release: second, releases: first },
    ]);
    expect((await rollBack({ to, keep: 9 })).repeats).toBe(first);
    expect(existsSync(kept)).toBe(false);
  });

  test('is not brought back by a release whose state cannot be read', async () => {
    const to = target();
    const [first] = await publishAll(to, 1, 2);
    writeFileSync(join(to, 'releases', first!, 'state/ledger.json'), '{');
    const { purged } = await releaseVersion(to, 3, 1, { removed: [2] });
    expect(purged).toEqual([first, '000002-20260101T000002Z']);
  });
});

describe('a state that cannot be trusted', () => {
  test.each([
    ['is gone', undefined, 'missing'],
    ['is empty', '', 'broken'],
    ['is cut off', '{ "format": 1, "addresses"', 'broken'],
    ['is something else', '[]', 'broken'],
    ['has a field that nobody knows', '{ "format": 1, "addresses": {}, "more": 1 }', 'broken'],
    ['comes from the future', '{ "format": 2 }', 'newer'],
  ])('because it %s', async (_, text, reason) => {
    const to = target();
    const [id] = await publishAll(to, 1);
    const file = join(to, 'releases', id!, 'state/ledger.json');
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    const error = await refusal(releaseVersion(to, 2, 1));
    expect(error).toMatchObject([`state-${reason}`, { place: file }]);
    expect(readlinkSync(join(to, 'current'))).toBe(`releases/${id}`);
  });
});

describe('the releases that are kept', () => {
  test('are different sites: repeated attempts evict none', async () => {
    const to = target();
    const [first, second] = await publishAll(to, 1, 2, 3, 3, 3, 3);
    const ids = idsIn(to);
    expect(ids).toHaveLength(3);
    expect(ids.slice(0, 2)).toEqual([first, second]);
    expect(publicVersion(to)).toBe(3);
    expect((await rollBack({ to, keep: 3 })).repeats).toBe(second);
  });
});

describe('a site that is put back', () => {
  const scheduled = async (to: string, ...moments: string[]) => {
    const { stateFolder } = readReleases(to).current!;
    const file = join(stateFolder, 'schedule.json');
    const schedule = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...schedule, moments }));
    // A changed file counts as damaged; without its seal a state is as an earlier version wrote it.
    rmSync(join(stateFolder, '../seal.json'));
  };

  test('says what is not found now, and that it is due if one of its moments has passed', async () => {
    const to = target();
    await publishAll(to, 1);
    await scheduled(to, '2026-01-02T00:00:00.000Z', '2999-01-01T00:00:00.000Z');
    await publishAll(to, 2);
    await scheduled(to, '2998-01-01T00:00:00.000Z');
    const { lost, passed } = await rollBack({ to, keep: 9 });
    expect(passed).toEqual(['2026-01-02T00:00:00.000Z']);
    expect(lost).toContain('/ru/news/2026/v2/');
    const { schedule } = readState(readReleases(to).current!);
    expect(schedule.moments).toEqual([
      '2026-01-02T00:00:00.000Z',
      '2998-01-01T00:00:00.000Z',
      '2999-01-01T00:00:00.000Z',
    ]);
    expect(isDue(schedule, new Date())).toBe(true);
  });
});

test('a strict umask does not keep the web server out', async () => {
  const to = target();
  const before = process.umask(0o077);
  try {
    await releaseVersion(join(to, 'site'), 1, 12);
  } finally {
    process.umask(before);
  }
  const { current } = readReleases(join(to, 'site'));
  const modeOf = (place: string) => statSync(place).mode & 0o777;
  for (const place of globSync('**/*', { cwd: current!.publicFolder })) {
    const found = join(current!.publicFolder, place);
    expect([place, modeOf(found) & 0o044]).toEqual([place, 0o044]);
  }
  for (const folder of ['site/releases', `site/releases/${current!.id}`, `site/current/public/ru`])
    expect([folder, modeOf(join(to, folder))]).toEqual([folder, 0o755]);
  expect(modeOf(current!.stateFolder)).toBe(0o700);
});

test('an old release that cannot be erased stops nothing, and is told', async (context) => {
  const to = target();
  const [first] = await publishAll(to, 1);
  // Nobody, not even root, can delete a file that is immutable (chattr(1)).
  const beneath = 'public/ru/0/index.html';
  const immutable = (sign: '+i' | '-i', folder: string) =>
    spawnSync('chattr', [sign, join(folder, beneath)]).status === 0;
  const going = join(to, 'releases', `.old-${first}`);
  if (!immutable('+i', join(to, 'releases', first!))) return context.skip('no chattr here');
  try {
    const { notErased } = await releaseVersion(to, 2, 40, { keep: 1 });
    expect(notErased).toEqual([going]);
    const later = await releaseVersion(to, 3, 40, { keep: 1 });
    expect(later.notErased).toEqual([going]);
    expect(publicVersion(to)).toBe(3);
    expect(idsIn(to)).toEqual([later.release.id]);
  } finally {
    immutable('-i', going);
  }
});
