import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addressesRemovedSince } from '#history/ledger.ts';
import type { PublicState, ReleaseState } from '#history/release-state.ts';
import { isUnusableState } from '#history/unusable-state.ts';
import { whileHolding } from '#build/lock.ts';
import { openToServers } from '#build/open-to-servers.ts';
import {
  discard,
  erase,
  finishDiscarding,
  installRelease,
  prepareRelease,
  readReleases,
  type Release,
  type ReleaseFolder,
} from './releases.ts';
import { isSameSite } from './same-site.ts';
import type { ExpectedFiles } from './site-files.ts';
import { readState, writeState } from './state-files.ts';
import { UserError } from '#messages/user-error.ts';

/** What to release, and where. */
export interface ReleaseOptions<Result> {
  /** The folder of the releases, absolute. */
  readonly to: string;
  /** How many releases to keep, the public one included. */
  readonly keep: number;
  /** The moment as of which the site is built. */
  readonly moment: Date;
  /**
   * Makes the complete, checked site in the public folder of the release, and returns the state to keep. If it throws,
   * the public site is unchanged.
   */
  make(
    release: Release,
    target: ReleaseFolder,
  ): Promise<{
    readonly state: ReleaseState;
    readonly result: Result;
    readonly files: ExpectedFiles;
  }>;
}

/** The result of `releaseSite`. */
export interface Released<Result> {
  readonly release: Release;
  readonly result: Result;
  /** The ids of releases that were deleted because they contained announcements removed since. */
  readonly purged: readonly string[];
  /** Folders of old releases that could not be deleted. */
  readonly notErased: readonly string[];
}

/**
 * Makes a release and replaces the public one with it: completely, by one rename, or not at all.
 * @throws {UserError} when another process is publishing to the target, or has taken the lock over
 * @throws {UserError} when a file of the site is missing, or is not what it should be
 * @throws {UserError} when it is unclear which release is public
 */
export function releaseSite<Result>({
  to,
  keep,
  moment,
  make,
}: ReleaseOptions<Result>): Promise<Released<Result>> {
  return whileHolding(join(to, 'publish.lock'), 'publish-lock-held', async (lock) => {
    const target = readReleases(to);
    const interrupted = finishDiscarding(target);
    const making = prepareRelease(target);
    try {
      mkdirSync(making.publicFolder);
      const { state, result, files } = await make(making, target);
      writeState(making, state, files);
      openToServers(making.publicFolder);
      flush(making.folder);
      if (!lock.isHeld()) throw new UserError('publish-lock-lost');
      const release = installRelease(target, making, moment);
      const { purged, notErased } = tidy([...target.releases, release], state, keep);
      return { release, result, purged, notErased: [...interrupted, ...notErased] };
    } finally {
      if (existsSync(making.folder)) erase(making.folder);
    }
  });
}

/**
 * Makes the system write its buffers to the disk, so that the release survives a power cut after the swap. If `sync` is
 * not available, only this protection is lost.
 */
function flush(folder: string): void {
  spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
}

/**
 * Deletes the releases that contain something removed since, one that shows the same as the public one, and those beyond
 * the number to keep. The last release in the list is the public one.
 * @returns the ids of the releases that were deleted because of a removal
 */
function tidy(
  releases: readonly Release[],
  memory: PublicState,
  keep: number,
): { purged: string[]; notErased: string[] } {
  const old = releases.slice(0, -1);
  const purged = old.filter((release) => holdsRemoved(release, memory));
  const others = old.filter((release) => !purged.includes(release));
  const [last, made] = [others.at(-1), releases.at(-1)];
  // Otherwise attempts that are repeated, for example because sending fails, would evict every other site.
  const repeated =
    last && made && isSameSite(last.publicFolder, made.publicFolder) ? others.splice(-1) : [];
  const surplus = others.slice(0, -(keep - 1) || undefined);
  const notErased = [...purged, ...repeated, ...surplus].flatMap(({ folder }) => discard(folder));
  return { purged: purged.map(({ id }) => id), notErased };
}

/**
 * Whether a release still shows something that was removed since. If its state cannot be read, it is assumed to, as
 * long as anything was removed at all.
 */
export function holdsRemoved(release: Release, { ledger }: PublicState): boolean {
  try {
    return addressesRemovedSince(readState(release).ledger, ledger).length > 0;
  } catch (error) {
    if (!isUnusableState(error)) throw error;
    return [...ledger.values()].includes('removed');
  }
}
