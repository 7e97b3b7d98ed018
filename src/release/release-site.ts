import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressesRemovedSince } from '#history/ledger.ts';
import type { PublicState, ReleaseState } from '#history/release-state.ts';
import { isUnusableState } from '#history/unusable-state.ts';
import { whileHolding } from '#build/lock.ts';
import {
  discard,
  finishDiscarding,
  installRelease,
  prepareRelease,
  readReleases,
  type Release,
  type ReleaseFolder,
} from './releases.ts';
import { readState, writeState } from './state-files.ts';
import { UserError } from '#messages/user-error.ts';

export interface ReleaseOptions<Result> {
  /** The target, absolute. */
  readonly to: string;
  /** How many releases to keep, the public one included. */
  readonly keep: number;
  /** As of which moment the site is made. */
  readonly moment: Date;
  /**
   * Makes the whole, checked site in the public folder of the release, and says what it must remember.
   * Whatever it throws, nothing has changed for the public.
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

/** Every file that the site must have, by its path from the root of the site, and its size in bytes. */
export type ExpectedFiles = ReadonlyMap<string, number>;

export interface Released<Result> {
  readonly release: Release;
  readonly result: Result;
  /** The ids of releases that were erased because they held what has been removed. */
  readonly purged: readonly string[];
}

/**
 * Makes a release and lets it take the place of the public one: wholly, by one rename, or not at all.
 * @throws {UserError} when another is at work on the target, or has taken it over; when a file of the site is missing
 * @throws {UserError} when it cannot be told which release is public
 */
export function releaseSite<Result>({
  to,
  keep,
  moment,
  make,
}: ReleaseOptions<Result>): Promise<Released<Result>> {
  return whileHolding(join(to, 'publish.lock'), 'publish-lock-held', async (lock) => {
    const target = readReleases(to);
    finishDiscarding(target);
    const making = prepareRelease(target);
    try {
      mkdirSync(making.publicFolder);
      const { state, result, files } = await make(making, target);
      writeState(making, state);
      flush(making.folder);
      checkWhole(making.publicFolder, files);
      if (!lock.isHeld()) throw new UserError('publish-lock-lost');
      const release = installRelease(target, making, moment);
      return { release, result, purged: tidy([...target.releases, release], state, keep) };
    } finally {
      rmSync(making.folder, { recursive: true, force: true });
    }
  });
}

/** Looks whether all of a site is there: a mistake of ours or another program must not make half of it public. @throws {UserError} */
function checkWhole(folder: string, files: ExpectedFiles): void {
  for (const [path, size] of files) {
    const file = join(folder, path);
    if (statSync(file, { throwIfNoEntry: false })?.size !== size)
      throw new UserError('site-incomplete', { file });
  }
}

/** Has the system write out what it still holds in memory, so that a power cut after the swap finds it on the disk. Where it cannot be asked, nothing is lost but that. */
function flush(folder: string): void {
  spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
}

/** Erases the releases that hold something removed since, and those beyond the number to keep. The last in the list is public. */
function tidy(releases: readonly Release[], memory: PublicState, keep: number): string[] {
  const old = releases.slice(0, -1);
  const purged = old.filter((release) => holdsRemoved(release, memory));
  const surplus = old
    .filter((release) => !purged.includes(release))
    .slice(0, -(keep - 1) || undefined);
  for (const { folder } of [...purged, ...surplus]) discard(folder);
  return purged.map(({ id }) => id);
}

/** Whether a release still shows what has been removed since; one that cannot be read may. */
export function holdsRemoved(release: Release, { ledger }: PublicState): boolean {
  try {
    return addressesRemovedSince(readState(release).ledger, ledger).length > 0;
  } catch (error) {
    if (!isUnusableState(error)) throw error;
    return [...ledger.values()].includes('removed');
  }
}
