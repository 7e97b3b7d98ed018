import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDue } from '#history/schedule.ts';
import { programFolder } from '#cache/program.ts';
import { readReleases } from './releases.ts';
import { isUnsent } from './unsent.ts';
import { fetchPages, readNews, readSchedule } from './state-files.ts';
import type { MessagesUnder, MessageValues } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

type ReasonId = Exclude<MessagesUnder<'due'>, 'later' | 'never'>;

/** Why the site must be built, with the values of the sentence `due.<id>`. */
export type Reason = {
  readonly [Id in ReasonId]: { readonly id: Id } & MessageValues<`due.${Id}`>;
}[ReasonId];

/** `reason` is undefined when nothing is due; then `next` is the moment at which something will be, if one is known. */
export interface Due {
  readonly reason: Reason | undefined;
  readonly next: Date | undefined;
}

/** What of this program a site is made from. What its packages are is written in the lock file. */
const program = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/**
 * Whether a target on this machine must be published again: a moment of its schedule has come, a file of the content or of
 * the program was touched since it was built, or it has not arrived where it was to be sent. In doubt it must.
 * @param to where the releases lie, absolute
 * @param content the content folder, absolute
 */
export async function isTargetDue(to: string, content: string, now: Date): Promise<Due> {
  return inDoubt(() => {
    const { current } = readReleases(to);
    if (!current) return because({ id: 'no-release' });
    if (isUnsent(to)) return because({ id: 'unsent' });
    const schedule = readSchedule(current.stateFolder);
    if (isDue(schedule, now)) return because({ id: 'moment' });
    const file = [content, ...program.map((name) => join(programFolder, name))]
      .map((place) => touchedSince(place, new Date(schedule.built)))
      .find(Boolean);
    return file ? because({ id: 'touched', file }) : nothingBefore(schedule.moments);
  });
}

/**
 * Whether a site must be published again whose state is kept elsewhere than its releases, by somebody who knows that
 * neither content nor program have changed: a moment of its schedule has come, or it is not what the public address shows.
 * In doubt it must.
 * @param stateFolder absolute; the `state` of the release that should be public
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
 * Something at or below a place that was written, made, renamed or put there after a moment. Asked of the time of the last
 * change of anything (ctime), which nobody can set back; a folder changes when something in it goes.
 */
function touchedSince(place: string, moment: Date): string | undefined {
  if (!existsSync(place)) return place;
  const found = lstatSync(place);
  // At the same millisecond, too: the build may have read it just before.
  if (found.ctime >= moment) return place;
  if (!found.isDirectory()) return undefined;
  for (const name of readdirSync(place)) {
    // What Git keeps for itself changes with every look.
    if (name === '.git') continue;
    const touched = touchedSince(join(place, name), moment);
    if (touched) return touched;
  }
  return undefined;
}
