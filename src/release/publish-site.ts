import { createClock } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import type { PublicState } from '#history/release-state.ts';
import { type BuildReport, reportOf } from '#build/build-in-place.ts';
import { type BuiltSite, buildSite, withBuildLock } from '#build/build.ts';
import { buildSound, type LeftPart } from './build-sound.ts';
import { carryOver } from './carry-over.ts';
import { newSalt } from './salt.ts';
import { openSoundSources } from './sound-sources.ts';
import type { Part } from './sources.ts';
import { releaseSite } from './release-site.ts';
import type { Release, ReleaseFolder } from './releases.ts';
import { type FileFault, faultsIn } from './site-files.ts';
import { writeServerFiles, serverFolder } from '#build/server-files.ts';
import {
  checkNewest,
  fetchPublicState,
  readPublicState,
  readSiteFiles,
  readState,
} from './state-files.ts';
import { isDue } from '#history/schedule.ts';
import { asUserError } from '#messages/system-error.ts';
import { Problems } from '#schema/problem.ts';
import { isUserError, UserError } from '#messages/user-error.ts';

/** What to publish, and where. */
export interface PublishOptions {
  /** The content folder, absolute. */
  readonly content: string;
  /** The folder of the releases, absolute. */
  readonly to: string;
  /** How many releases to keep, the public one included. */
  readonly keep: number;
  /** Whether nothing has ever been published, so that there is no state to look for. */
  readonly first: boolean;
  /** Where to read the state from if the target has none: an address or a folder. */
  readonly stateFrom: string;
  /** The public address of the site, where the newest state may be; empty if it is not known. */
  readonly address: string;
  /** Whether the public release still has to be sent to its destination, so that there is something to do in any case. */
  readonly unsent?: boolean;
  /** Called with the name of each part of the work when it starts. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** What a publication reports, in addition to its build. */
export interface PublishReport extends BuildReport {
  /** The id of the release that is public now. */
  readonly release: string;
  readonly purged: readonly string[];
  /** The damaged files of the last state that could be replaced. */
  readonly repaired: readonly string[];
  /** Folders of old releases that could not be deleted. */
  readonly notErased: readonly string[];
  /** Files of the public site that were not as they had been published. They were made again. */
  readonly changed: readonly FileFault[];
  /** The absolute addresses that were removed, to tell search engines. */
  readonly gone: readonly string[];
  /** Set if not everything could be published as it is now. */
  readonly incomplete?: Incomplete | undefined;
}

/** What was not published as it is now. */
export interface Incomplete {
  /** Why: usually the `Problems` of the content. */
  readonly fault: unknown;
  readonly left: readonly LeftPart[];
}

/**
 * Builds the site, checks it and makes it public, completely or not at all. It always builds as of now and never a
 * preview, so it accepts no site that was built before. A faulty text does not stop the others: see `buildSound`.
 * @throws {Problems | UserError} when nothing can be published; the public site is unchanged
 */
export async function publishSite({
  content,
  to,
  keep,
  first,
  stateFrom,
  address,
  unsent = false,
  onPart,
}: PublishOptions): Promise<PublishReport> {
  const { now } = createClock();
  let composed: BuiltSite | undefined;
  let incomplete: Incomplete | undefined;
  let repaired: readonly string[] = [];
  let changed: readonly FileFault[] = [];
  const { release, result, purged, notErased } = await releaseSite({
    to,
    keep,
    moment: now,
    async make(making, target) {
      const { publicFolder } = making;
      const { current } = target;
      const previous = await memoryOf(target, { first, stateFrom, address });
      if (current) ({ repaired } = readState(current));
      changed = current ? changedIn(current) : [];
      const distrusted = new Set(changed.map(({ file }) => file));
      const sources = openSoundSources(to, content);
      const build = (from: string, heldBack?: ReadonlySet<Part>) =>
        withBuildLock(() =>
          buildSite(
            // A clock of its own: questions about parts that were left out are not part of the schedule.
            {
              content: from,
              clock: createClock(now),
              previous,
              salt: newSalt,
              heldBack,
              distrusted,
              publishing: true,
              onPart,
            },
            publicFolder,
            current?.publicFolder,
          ),
        );
      try {
        composed = await build(content);
        sources.keep({ content, removed: removedIn(composed) });
      } catch (fault) {
        if (!current || !previous || !isOfSources(fault)) throw fault;
        const { ledger } = previous;
        const isToDo = unsent || isDue(readState(current).schedule, now);
        const sound = await buildSound({ sources, fault, ledger, isDue: isToDo, build });
        composed = sound.built;
        incomplete = { fault, left: sound.left };
        const { content: built, reverted } = sound;
        sources.keep({ content: built, reverted, removed: removedIn(composed) });
      }
      writeServerFiles(serverRules(composed.snapshot), serverFolder(publicFolder));
      if (current) {
        const isRemoval = composed.gone.length > 0;
        carryOver(making, current, { now, isRemoval, distrusted });
      }
      return { state: composed.state, result: reportOf(composed), files: composed.files };
    },
  });
  composed?.keepCache(release.publicFolder);
  const { files } = composed ?? {};
  // What was erased from the public site because it was removed is not damage.
  changed = changed.filter(({ fault, file }) => fault !== 'file-missing' || files?.has(file));
  const gone = composed?.gone ?? [];
  return {
    ...result,
    release: release.id,
    purged,
    notErased,
    changed,
    gone,
    repaired,
    incomplete,
  };
}

/** What is not as it was published. Without a list that can be trusted, nothing can be compared. */
function changedIn(current: Release): FileFault[] {
  try {
    const files = readSiteFiles(current);
    return files ? faultsIn(current.publicFolder, files) : [];
  } catch (error) {
    if (isUserError(error, ['state-broken'])) return [];
    throw error;
  }
}

function removedIn({ snapshot }: BuiltSite): Part[] {
  return snapshot.model.removed.map(({ id }) => `announcements/${id}`);
}

/** Whether other sources could be built. A full disk or a lock stops every build. */
function isOfSources(fault: unknown): boolean {
  return fault instanceof Problems || asUserError(fault).id === 'unexpected';
}

/**
 * The state of the last release, from the target or from `stateFrom`.
 * @returns undefined for the first release
 */
async function memoryOf(
  { current }: ReleaseFolder,
  { first, stateFrom, address }: Pick<PublishOptions, 'first' | 'stateFrom' | 'address'>,
): Promise<PublicState | undefined> {
  if (current && first) throw new UserError('not-first');
  if (current) return readState(current);
  if (first) return undefined;
  if (/^https?:\/\//u.test(stateFrom)) return fetchPublicState(stateFrom);
  const state = readPublicState(stateFrom);
  if (address !== '') await checkNewest(state, stateFrom, address);
  return state;
}
