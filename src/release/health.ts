import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { type Health, healthFile } from '#schema/state.ts';
import type { Schedule } from '#history/schedule.ts';
import { isUserError } from '#messages/user-error.ts';
import { readReleases } from './releases.ts';
import { healthAddress } from './site-files.ts';
import { readSchedule } from './state-files.ts';

/** What a person must be told about, the most serious first. */
export const alarmIds = ['failed', 'late', 'faulty', 'stale'] as const;
export type AlarmId = (typeof alarmIds)[number];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Texts cannot be fetched for a while whenever their server is restarted. That is not yet an alarm. */
const patienceForTexts = 15 * minute;
/** A publication takes a while, and a timer runs every minute. */
const patienceForMoments = 5 * minute;
/** Alarms are raised again after these times, the last of them repeatedly. One that is raised every minute is ignored. */
const pauses = [hour, 6 * hour, day];

/** Reads the health of a target. A file that is missing or broken says nothing. */
export function readHealth(to: string): Health | undefined {
  try {
    return healthFile.parse(JSON.parse(readFileSync(fileIn(to), 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Writes the health of a target, and the public part of it into the public site. That one file of a finished site is
 * replaced: it is not part of what the site says.
 */
export function writeHealth(to: string, health: Health): void {
  if (!existsSync(to)) return;
  replaceFile(fileIn(to), health, 0o600);
  const schedule = scheduleIn(to);
  if (!schedule) return;
  const file = join(to, 'current/public', healthAddress);
  replaceFile(file, publicHealth(health, schedule.built), 0o644);
}

/** What everybody may know. Nothing in it says which texts are faulty, or when the site will change. */
function publicHealth(health: Health, built: string) {
  const [worst] = alarmsIn(health);
  return {
    format: 1,
    status: worst ?? 'sound',
    ...(worst && { since: health[worst]?.since }),
    checked: health.checked,
    built,
  };
}

/** The alarms that hold, the most serious first. */
export function alarmsIn(health: Health): AlarmId[] {
  return alarmIds.filter((id) => {
    const since = health[id]?.since;
    if (since === undefined) return false;
    return id !== 'stale' || Date.parse(health.checked) - Date.parse(since) >= patienceForTexts;
  });
}

/** The alarms to raise now: new ones at once, standing ones again after a while. */
export function alarmsToRaise(health: Health): AlarmId[] {
  return alarmsIn(health).filter((id) => {
    const before = health.raised[id];
    if (!before) return true;
    const pause = pauses[Math.min(before.times, pauses.length) - 1] ?? 0;
    return Date.parse(health.checked) - Date.parse(before.last) >= pause;
  });
}

/** The health with a note that these alarms were raised. Those that hold no longer are forgotten. */
export function withRaised(health: Health, now: readonly AlarmId[]): Health {
  const raised = Object.fromEntries(
    alarmsIn(health).flatMap((id) => {
      const before = health.raised[id];
      if (!now.includes(id)) return before ? [[id, before]] : [];
      return [[id, { last: health.checked, times: (before?.times ?? 0) + 1 }]];
    }),
  );
  return { ...health, raised };
}

/**
 * The health at the start of a publication: whether a moment was missed, and whether new texts could be fetched.
 * @param unfetched why new texts could not be fetched
 * @param isClockTrusted whether the clock of the machine is right; otherwise it is compared again with the last time
 *   when it was
 */
export function healthBefore(
  to: string,
  now: Date,
  unfetched: string | undefined,
  isClockTrusted: boolean,
): Health {
  const before = readHealth(to);
  const checked = now.toISOString();
  const missed = missedMoment(to, now);
  return {
    ...before,
    format: 1,
    checked,
    clock: isClockTrusted ? { at: checked, uptime: uptime() } : before?.clock,
    stale:
      unfetched === undefined
        ? undefined
        : { since: before?.stale?.since ?? checked, why: unfetched },
    late: missed === undefined ? undefined : { since: missed },
    raised: before?.raised ?? {},
  };
}

/** The moment of the schedule that has passed for some time without a publication. */
function missedMoment(to: string, now: Date): string | undefined {
  const [first] = scheduleIn(to)?.moments ?? [];
  const isMissed = first !== undefined && now.getTime() - Date.parse(first) > patienceForMoments;
  return isMissed ? first : undefined;
}

/** The schedule of the public release. The publication itself reports one that cannot be read. */
function scheduleIn(to: string): Schedule | undefined {
  try {
    const { current } = readReleases(to);
    return current && readSchedule(current.stateFolder);
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}

/**
 * The health after a publication.
 * @param parts the faulty parts that were left out
 */
export function healthAfterSuccess(health: Health, parts: readonly string[]): Health {
  return { ...health, failed: undefined, retry: undefined, faulty: faulty(health, parts) };
}

/**
 * The health after nothing could be published. The next attempt waits longer each time: up to a quarter of an hour; up
 * to six hours where only a change of the texts can help, and that is noticed at once.
 * @param why the error; or the faulty parts, if there was nothing else to publish
 */
export function healthAfterFailure(health: Health, why: string | readonly string[]): Health {
  const last = health.checked;
  const attempts = (health.retry?.attempts ?? 0) + 1;
  const longest = typeof why === 'string' ? 15 : 6 * 60;
  const pause = Math.min(2 ** (attempts - 1), longest) * minute;
  const at = new Date(Date.parse(last) + pause).toISOString();
  return {
    ...health,
    retry: { last, at, attempts },
    ...(typeof why === 'string'
      ? { failed: { since: health.failed?.since ?? last, why } }
      : { failed: undefined, faulty: faulty(health, why) }),
  };
}

function faulty(health: Health, parts: readonly string[]): Health['faulty'] {
  if (parts.length === 0) return undefined;
  return { since: health.faulty?.since ?? health.checked, parts: [...parts] };
}

/**
 * Whether the clock of this machine may be wrong: it is before the last publication; or since it was last right it has
 * gone an hour further than the machine has been running; or a month, though the machine may have been off. Every
 * embargo depends on the clock, and one that jumps must not end them all.
 * @param running for how many seconds the machine has been running
 */
export function isClockDoubtful(
  lastRight: Health['clock'],
  built: string,
  now: Date,
  running = uptime(),
): boolean {
  if (Date.parse(built) - now.getTime() > 5 * minute) return true;
  if (!lastRight) return false;
  const passed = now.getTime() - Date.parse(lastRight.at);
  const ran = (running - lastRight.uptime) * 1000;
  // After a restart the machine has been running for a shorter time.
  return (ran >= 0 && passed - ran > hour) || passed > 30 * day;
}

/** The same for the clock of a target and the present moment. */
export function isMachineClockDoubtful(to: string, now: Date): boolean {
  const schedule = scheduleIn(to);
  return schedule !== undefined && isClockDoubtful(readHealth(to)?.clock, schedule.built, now);
}

function fileIn(to: string): string {
  // Not in the folder itself: systemd watches that for new releases.
  return join(to, '.health/health.json');
}

/** By a rename, because a server may be reading the file. */
function replaceFile(file: string, value: object, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 1)}\n`, { mode });
  renameSync(`${file}.new`, file);
}
