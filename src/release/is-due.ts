import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDue } from '#history/schedule.ts';
import { lockFiles, programFolder } from '#cache/program.ts';
import { readHealth } from './health.ts';
import { publicDamage } from './public-damage.ts';
import { readReleases } from './releases.ts';
import { isUnsent } from './unsent.ts';
import { fetchPages, readNews, readSchedule } from './state-files.ts';
import type { MessagesUnder, MessageValues } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

type ReasonId = Exclude<MessagesUnder<'due'>, 'later' | 'never'>;

/** Why the site must be built, with the values for the message `due.<id>`. */
export type Reason = {
  readonly [Id in ReasonId]: { readonly id: Id } & MessageValues<`due.${Id}`>;
}[ReasonId];

/**
 * The result of the check. If nothing is due, `reason` is undefined, and `next` is the next scheduled moment, if there
 * is one.
 */
export interface Due {
  readonly reason: Reason | undefined;
  readonly next: Date | undefined;
}

/** The parts of this program that decide a site. The dependencies are covered by the lock file. */
const program = ['src', 'public', 'astro.config.mjs'];

/**
 * Whether a target on this machine must be published again. That is so when a moment of its schedule has come, when a
 * file of the content or the program was touched since the last build, when a file of the public site is not as it was
 * published, or when the release has not yet been sent to its destination. In case of doubt, it is due. After an attempt
 * that failed, it is not due again for a while, unless something happens.
 * @param to the folder of the releases, absolute
 * @param content the content folder, absolute
 */
export async function isTargetDue(to: string, content: string, now: Date): Promise<Due> {
  const retry = readHealth(to)?.retry;
  if (retry && now < new Date(retry.at) && !isNewSince(new Date(retry.last), to, content, now))
    return nothingBefore([retry.at]);
  return inDoubt(() => {
    const { current } = readReleases(to);
    if (!current) return because({ id: 'no-release' });
    if (isUnsent(to)) return because({ id: 'unsent' });
    const schedule = readSchedule(current.stateFolder);
    if (isDue(schedule, now)) return because({ id: 'moment' });
    const file = touchedOf(content, new Date(schedule.built));
    if (file) return because({ id: 'touched', file });
    const [damage] = publicDamage(to, current);
    return damage ? because({ id: 'damaged', file: damage.file }) : nothingBefore(schedule.moments);
  });
}

/**
 * Whether a site must be published again if only its state is at hand, not its releases. The caller must know that
 * neither the content nor the program has changed. The site is due when a moment of its schedule has come, or when the
 * public address shows another build. In case of doubt, it is due.
 * @param stateFolder the `state` folder of the release that should be public, absolute
 */
export async function isStateDue(stateFolder: string, now: Date): Promise<Due> {
  return inDoubt(async () => {
    const schedule = readSchedule(stateFolder);
    if (isDue(schedule, now)) return because({ id: 'moment' });
    const { url } = readNews(stateFolder);
    const { built } = await fetchPages(url);
    return built === schedule.built
      ? nothingBefore(schedule.moments)
      : because({ id: 'other-public', url });
  });
}

/** Whether anything has happened since an attempt that failed, so that the next one may succeed. */
function isNewSince(last: Date, to: string, content: string, now: Date): boolean {
  const { current } = readReleases(to);
  const moments = current ? readSchedule(current.stateFolder).moments : [];
  return (
    moments.some((moment) => new Date(moment) > last && new Date(moment) <= now) ||
    touchedOf(content, last) !== undefined
  );
}

/** A file of the content or the program that was touched at or after a moment. */
function touchedOf(content: string, moment: Date): string | undefined {
  return [content, ...program.map((name) => join(programFolder, name)), ...lockFiles]
    .map((place) => touchedSince(place, moment))
    .find(Boolean);
}

async function inDoubt(ask: () => Due | Promise<Due>): Promise<Due> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserError) return because({ id: 'unknown', detail: error.message });
    throw error;
  }
}

function because(reason: Reason): Due {
  return { reason, next: undefined };
}

function nothingBefore([next]: readonly string[]): Due {
  return { reason: undefined, next: next === undefined ? undefined : new Date(next) };
}

/**
 * Finds a file or folder at or below a place that was written, created, renamed or moved there at or after a moment. It
 * compares the change time (ctime), which cannot be set back. The ctime of a folder also changes when an entry is
 * deleted.
 * @returns its path; undefined if there is none
 */
function touchedSince(place: string, moment: Date): string | undefined {
  if (!existsSync(place)) return place;
  const found = lstatSync(place);
  // Equal times count too: the build may have read the file just before the change.
  if (found.ctime >= moment) return place;
  if (!found.isDirectory()) return undefined;
  for (const name of readdirSync(place)) {
    // Git changes its own files even on read-only commands.
    if (name === '.git') continue;
    const touched = touchedSince(join(place, name), moment);
    if (touched) return touched;
  }
  return undefined;
}
