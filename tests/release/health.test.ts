import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alarmsIn,
  alarmsToRaise,
  healthAfterFailure,
  healthAfterSuccess,
  healthBefore,
  isClockDoubtful,
  readHealth,
  withRaised,
  writeHealth,
} from '#release/health.ts';
import { isTargetDue } from '#release/is-due.ts';
import { pullTexts } from '#release/pull-texts.ts';
import { releaseSite } from '#release/release-site.ts';
import type { Health } from '#schema/state.ts';
import { makePlaces } from '../deliver/send/sites.ts';

const places = makePlaces();
afterAll(places.remove);

/** Later than every file of this program. */
const built = new Date(Date.now() + 60_000);
const minutesLater = (minutes: number) => new Date(built.getTime() + minutes * 60_000);
const moment = minutesLater(60);

let to: string;
let content: string;
beforeEach(async () => {
  to = places.place();
  content = places.place({ 'site.yaml': 'x' });
  const schedule = {
    format: 1 as const,
    built: built.toISOString(),
    moments: [moment.toISOString()],
  };
  await releaseSite({
    to,
    keep: 2,
    moment: built,
    make: () =>
      Promise.resolve({
        state: { ledger: new Map(), schedule },
        result: undefined,
        files: new Map(),
      }),
  });
});

const at = (minutes: number, unfetched?: string) =>
  healthBefore(to, minutesLater(minutes), unfetched, true);
const publicHealth = () =>
  JSON.parse(readFileSync(join(to, 'current/public/_state/health.json'), 'utf8')) as object;

describe('what a monitor gets', () => {
  test('is when the target was last looked at, and that all is well', () => {
    writeHealth(to, healthAfterSuccess(at(3), []));
    expect(publicHealth()).toEqual({
      format: 1,
      status: 'sound',
      checked: minutesLater(3).toISOString(),
      built: built.toISOString(),
    });
  });
  test('names no text and no moment to come: that could be an embargo', () => {
    writeHealth(to, healthAfterSuccess(at(3), ['announcements/2026/secret']));
    expect(publicHealth()).toMatchObject({
      status: 'faulty',
      since: minutesLater(3).toISOString(),
    });
    expect(JSON.stringify(publicHealth())).not.toContain('secret');
    expect(JSON.stringify(publicHealth())).not.toContain(moment.toISOString());
  });
  test('can be read by the web server; what lies beside the releases cannot', () => {
    writeHealth(to, at(3));
    expect(statSync(join(to, 'current/public/_state/health.json')).mode & 0o777).toBe(0o644);
    expect(statSync(join(to, '.health/health.json')).mode & 0o777).toBe(0o600);
  });
});

describe('an alarm', () => {
  test('is a moment that was missed', () => {
    expect(alarmsIn(at(60))).toEqual([]);
    expect(alarmsIn(at(66))).toEqual(['late']);
    expect(at(66).late).toEqual({ since: moment.toISOString() });
  });
  test('is that texts cannot be fetched for a while, not once', () => {
    writeHealth(to, at(0, 'no route'));
    expect(alarmsIn(at(5, 'no route'))).toEqual([]);
    expect(alarmsIn(at(15, 'no route'))).toEqual(['stale']);
    expect(alarmsIn(at(15))).toEqual([]);
  });
  test('is a faulty part, since it was first found', () => {
    writeHealth(to, healthAfterSuccess(at(1), ['site.yaml']));
    const { faulty } = healthAfterSuccess(at(9), ['site.yaml', 'announcements/2026/x']);
    expect(faulty).toEqual({
      since: minutesLater(1).toISOString(),
      parts: ['site.yaml', 'announcements/2026/x'],
    });
    expect(alarmsIn(healthAfterSuccess(at(9), []))).toEqual([]);
  });
  test('is raised at once, then after one hour, six hours, and every day', () => {
    const raisedAt: number[] = [];
    for (let minutes = 0; minutes < 60 * 24 * 3; minutes += 10) {
      const health = healthAfterSuccess({ ...at(minutes), late: undefined }, ['site.yaml']);
      const raise = alarmsToRaise(health);
      if (raise.length > 0) raisedAt.push(minutes / 60);
      writeHealth(to, withRaised(health, raise));
    }
    expect(raisedAt).toEqual([0, 1, 7, 31, 55]);
  });
  test('that ended is raised at once when it comes back', () => {
    const faulty = healthAfterSuccess(at(0), ['site.yaml']);
    const after = withRaised(faulty, alarmsToRaise(faulty));
    const ended = withRaised(healthAfterSuccess(after, []), []);
    expect(alarmsToRaise(healthAfterSuccess(ended, ['site.yaml']))).toEqual(['faulty']);
  });
});

describe('after an attempt that failed', () => {
  const due = async (minutes: number) =>
    (await isTargetDue(to, content, minutesLater(minutes))).reason?.id;

  test('the next waits longer each time', () => {
    let health: Health = at(0);
    const pauses = [1, 2, 4, 8, 15, 15].map((pause) => {
      health = healthAfterFailure(health, 'no space');
      expect(Date.parse(health.retry!.at) - built.getTime()).toBe(pause * 60_000);
      return pause;
    });
    expect(health.failed).toEqual({ since: built.toISOString(), why: 'no space' });
    expect(health.retry!.attempts).toBe(pauses.length);
    expect(healthAfterSuccess(health, [])).not.toMatchObject({ failed: expect.anything() });
  });
  test('nothing is due until then', async () => {
    expect(await due(60)).toBe('moment');
    writeHealth(to, { ...healthAfterFailure(at(61), 'no space') });
    expect(await isTargetDue(to, content, minutesLater(61.5))).toEqual({
      reason: undefined,
      next: minutesLater(62),
    });
    expect(await due(62)).toBe('moment');
  });
  test('unless a moment comes, or a text is changed', async () => {
    writeHealth(to, { ...healthAfterFailure(at(59.9), 'no space') });
    expect(await due(60.1)).toBe('moment');
    const earlier = { ...at(0), checked: new Date(Date.now() - 60_000).toISOString() };
    const health = healthAfterFailure(earlier, ['site.yaml']);
    writeHealth(to, {
      ...health,
      retry: { ...health.retry!, at: minutesLater(500).toISOString() },
    });
    writeFileSync(join(content, 'site.yaml'), 'y');
    expect(await due(100)).toBe('moment');
  });
});

test.each<[boolean, string, number, number, number]>([
  [false, 'an ordinary minute', 1, 1060, 1000],
  [false, 'a night without power', 60 * 12, 100, 1000],
  [true, 'a jump of a day within a minute', 60 * 24, 1060, 1000],
  [true, 'a jump of a month over a restart', 60 * 24 * 31, 100, 1000],
  [true, 'a jump back', -10, 1060, 1000],
])('the clock is doubtful: %s, after %s', (doubtful, _, minutes, running, before) => {
  const lastRight = { at: built.toISOString(), uptime: before };
  expect(isClockDoubtful(lastRight, built.toISOString(), minutesLater(minutes), running)).toBe(
    doubtful,
  );
});

test('a doubtful clock is compared with the last time when it was right, however often it is asked', () => {
  writeHealth(to, at(0));
  const later = healthBefore(to, minutesLater(60 * 24), undefined, false);
  writeHealth(to, later);
  expect(readHealth(to)?.clock?.at).toBe(built.toISOString());
});

test('a broken file of the health is none', () => {
  mkdirSync(join(to, '.health'), { recursive: true });
  writeFileSync(join(to, '.health/health.json'), '{"format":2}');
  expect(readHealth(to)).toBeUndefined();
  expect(alarmsIn(at(1))).toEqual([]);
});

describe('new texts', () => {
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
      stdio: 'pipe',
      encoding: 'utf8',
    });

  test('come, or it is said why not', () => {
    const origin = places.place({ 'site.yaml': 'x' });
    git(origin, 'init', '-q', '-b', 'main');
    git(origin, 'add', '.');
    git(origin, 'commit', '-qm', 'x');
    const clone = join(places.place(), 'clone');
    mkdirSync(clone);
    git(origin, 'clone', '-q', origin, clone);
    writeFileSync(join(origin, 'new.txt'), 'x');
    git(origin, 'add', '.');
    git(origin, 'commit', '-qm', 'y');
    expect(pullTexts(clone)).toBeUndefined();
    expect(existsSync(join(clone, 'new.txt'))).toBe(true);
    git(clone, 'remote', 'set-url', 'origin', join(origin, 'nowhere'));
    expect(pullTexts(clone)).toMatch(/\S/u);
    expect(pullTexts(content)).toMatch(/not a git repository/iu);
  });
});
