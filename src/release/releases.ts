import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { makeOpenFolder } from '#build/open-to-servers.ts';
import { lastOf } from '#lang/lookup.ts';
import { UserError } from '#messages/user-error.ts';

// <target>/current → releases/<id>          a link; the web server serves <target>/current/public
// <target>/releases/<id>/public, …/state    a finished site and its state; never changed again
// <target>/releases/.new-<random>           a release that one process is making

/** One complete, checked site with its state. */
export interface Release {
  /** `000012-20260122T100000Z`: its number, and the moment as of which it was built. */
  readonly id: string;
  readonly number: number;
  readonly folder: string;
  readonly publicFolder: string;
  readonly stateFolder: string;
}

/** A folder of releases, one of which is public. */
export interface ReleaseFolder {
  readonly folder: string;
  /** The public release: the one to which the link points. */
  readonly current: Release | undefined;
  /** The releases that are or were public, oldest first. */
  readonly releases: readonly Release[];
}

/**
 * Reads which releases a folder has.
 * @throws {UserError} when it is unclear which release is public
 */
export function readReleases(folder: string): ReleaseFolder {
  const all = releasesIn(folder);
  const link = join(folder, 'current');
  const id = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()
    ? basename(readlinkSync(link))
    : undefined;
  const current = all.find((release) => release.id === id);
  // The first release may be complete but not public, if its process was stopped before the swap.
  if (!current && all.some(({ number }) => number > 1))
    throw new UserError('no-current', { newest: lastOf(all).id });
  return {
    folder,
    current,
    releases: all.filter(({ number }) => current && number <= current.number),
  };
}

function releasesIn(folder: string): Release[] {
  const releases = join(folder, 'releases');
  if (!existsSync(releases)) return [];
  const ids = readdirSync(releases).filter((name) => /^\d{6}-\d{8}T\d{6}Z$/u.test(name));
  return ids.sort().map((id) => releaseAt(join(releases, id), id));
}

function releaseAt(folder: string, id: string): Release {
  return {
    id,
    number: Number(id.slice(0, 6)),
    folder,
    publicFolder: join(folder, 'public'),
    stateFolder: join(folder, 'state'),
  };
}

/**
 * Creates an empty, hidden folder for the next release. Deletes what stopped processes have left behind, as far as it
 * can be deleted.
 */
export function prepareRelease({ folder, current }: ReleaseFolder): Release {
  for (const { folder: unborn, number } of releasesIn(folder))
    if (number > (current?.number ?? 0)) discard(unborn);
  const releases = join(folder, 'releases');
  makeOpenFolder(releases);
  for (const name of readdirSync(releases))
    if (/^\.new(?:-|$)/u.test(name)) erase(join(releases, name));
  const making = mkdtempSync(join(releases, '.new-'));
  // `mkdtemp` creates a folder that only its owner can read.
  chmodSync(making, 0o755);
  return releaseAt(making, '.new');
}

/**
 * Makes a finished release public. One rename changes the site and its state together.
 * @param made the result of `prepareRelease`
 * @param moment the moment as of which it was built
 */
export function installRelease(
  { folder, current }: ReleaseFolder,
  made: Release,
  moment: Date,
): Release {
  const stamp = moment.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const id = `${String((current?.number ?? 0) + 1).padStart(6, '0')}-${stamp}`;
  const place = join(folder, 'releases', id);
  renameSync(made.folder, place);
  const link = join(folder, '.current.new');
  rmSync(link, { force: true });
  symlinkSync(join('releases', id), link);
  renameSync(link, join(folder, 'current'));
  return releaseAt(place, id);
}

/**
 * Deletes a release. It is renamed first, so that an incomplete release is never in the list.
 * @returns the folders that could not be deleted. That must not stop a publication
 */
export function discard(folder: string): string[] {
  // A folder of an earlier attempt may still have the usual name.
  const usual = join(folder, '..', `.old-${basename(folder)}`);
  const going = existsSync(usual) ? `${usual}-${randomUUID()}` : usual;
  try {
    renameSync(folder, going);
  } catch {
    return erase(folder);
  }
  return erase(going);
}

/**
 * Deletes releases whose deletion was interrupted.
 * @returns the folders that could not be deleted
 */
export function finishDiscarding({ folder }: ReleaseFolder): string[] {
  const releases = join(folder, 'releases');
  if (!existsSync(releases)) return [];
  return readdirSync(releases).flatMap((name) =>
    name.startsWith('.old-') ? erase(join(releases, name)) : [],
  );
}

/**
 * Deletes a folder as far as possible.
 * @returns the folder, if something of it is left: for example, files of another user
 */
export function erase(folder: string): string[] {
  try {
    rmSync(folder, { recursive: true, force: true });
    return [];
  } catch {
    return [folder];
  }
}
