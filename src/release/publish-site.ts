import { createClock } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import type { PublicState } from '#history/release-state.ts';
import { type BuildReport, reportOf } from '#build/build-in-place.ts';
import { type BuiltSite, buildSite, withBuildLock } from '#build/build.ts';
import { newSalt } from './salt.ts';
import { releaseSite } from './release-site.ts';
import type { ReleaseFolder } from './releases.ts';
import { writeServerFiles, serverFolder } from '#build/server-files.ts';
import { fetchPublicState, readPublicState, readState } from './state-files.ts';
import { UserError } from '#messages/user-error.ts';

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
  /** Called with the name of each part of the work when it starts. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** What a publication reports, in addition to its build. */
export interface PublishReport extends BuildReport {
  /** The id of the release that is public now. */
  readonly release: string;
  readonly purged: readonly string[];
}

/**
 * Builds the site, checks it and makes it public, completely or not at all. It always builds as of now and never a
 * preview, so it accepts no site that was built before.
 * @throws {Problems | UserError} when the site cannot be published; the public site is unchanged
 */
export async function publishSite({
  content,
  to,
  keep,
  first,
  stateFrom,
  onPart,
}: PublishOptions): Promise<PublishReport> {
  const clock = createClock();
  let composed: BuiltSite | undefined;
  const { release, result, purged } = await releaseSite({
    to,
    keep,
    moment: clock.now,
    async make({ publicFolder }, target) {
      const previous = await memoryOf(target, { first, stateFrom });
      composed = await withBuildLock(() =>
        buildSite(
          { content, clock, previous, salt: newSalt, onPart },
          publicFolder,
          target.current?.publicFolder,
        ),
      );
      writeServerFiles(serverRules(composed.snapshot), serverFolder(publicFolder));
      return { state: composed.state, result: reportOf(composed), files: composed.files };
    },
  });
  composed?.keepCache(release.publicFolder);
  return { ...result, release: release.id, purged };
}

/**
 * The state of the last release, from the target or from `stateFrom`.
 * @returns undefined for the first release
 */
async function memoryOf(
  { current }: ReleaseFolder,
  { first, stateFrom }: Pick<PublishOptions, 'first' | 'stateFrom'>,
): Promise<PublicState | undefined> {
  if (current && first) throw new UserError('not-first');
  if (current) return readState(current);
  if (first) return undefined;
  return /^https?:\/\//u.test(stateFrom) ? fetchPublicState(stateFrom) : readPublicState(stateFrom);
}
