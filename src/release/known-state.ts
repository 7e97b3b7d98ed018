import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicState } from '#history/release-state.ts';
import { UserError } from '#messages/user-error.ts';
import { readReleases } from './releases.ts';
import {
  fetchPages,
  fetchPublicState,
  readPublicState,
  readSchedule,
  readState,
} from './state-files.ts';

/** What is public, as far as this machine can know. */
export interface KnownState {
  /** Undefined when nothing is public, or it could not be read. */
  readonly state: PublicState | undefined;
  /** The moment as of which the public site was built. */
  readonly built: Date | undefined;
  /** The folder or address that was read. */
  readonly place: string;
  /** Why it could not be read. */
  readonly failure: UserError | undefined;
}

/** Where to look for what is public. */
export interface KnownStateOptions {
  /** The folder of the releases, absolute. It comes first. */
  readonly to: string;
  /** An address or a folder, if the folder of the releases has none. Without it, only that folder is looked at. */
  readonly elsewhere?: string | undefined;
  /** How long to wait for each answer of a server, in milliseconds. */
  readonly wait: number;
}

/** Reads what is public, for those who want to know before they publish. Never fails: it says why it could not read. */
export async function readKnownState({
  to,
  elsewhere,
  wait,
}: KnownStateOptions): Promise<KnownState> {
  const place = existsSync(join(to, 'releases')) || elsewhere === undefined ? to : elsewhere;
  try {
    return { ...(await readAt(place, to, wait)), place, failure: undefined };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { state: undefined, built: undefined, place, failure: error };
  }
}

async function readAt(
  place: string,
  to: string,
  wait: number,
): Promise<Pick<KnownState, 'state' | 'built'>> {
  if (place === to) {
    const { current } = readReleases(to);
    if (!current) throw new UserError('state-missing', { place: to });
    return {
      state: readState(current),
      built: new Date(readSchedule(current.stateFolder).built),
    };
  }
  if (!/^https?:\/\//u.test(place)) return { state: readPublicState(place), built: undefined };
  const state = await fetchPublicState(place, wait);
  const pages = await fetchPages(place, wait).catch(() => undefined);
  return { state, built: pages && new Date(pages.built) };
}
