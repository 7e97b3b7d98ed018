import { cpSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#cache/list-files.ts';
import { createClock } from '#clock.ts';
import { addToLog, type Log, loggedStates } from '#history/log.ts';
import { changedPages } from '#history/changed-pages.ts';
import { readPublishedTexts } from '#history/read-texts.ts';
import { type ReleaseState, writtenLog } from '#history/release-state.ts';
import type { Schedule } from '#history/schedule.ts';
import { must } from '#lang/lookup.ts';
import { decodedPath } from '#site/removed-address.ts';
import { urls } from '#site/urls.ts';
import { compressFile, copyEndings } from '#build/compress-file.ts';
import { newSalt } from './salt.ts';
import { holdsRemoved, releaseSite } from './release-site.ts';
import type { ExpectedFiles } from './site-files.ts';
import type { Release, ReleaseFolder } from './releases.ts';
import { serverFolder } from '#build/server-files.ts';
import { readSiteFiles, readState, stateFileReader } from './state-files.ts';
import { UserError } from '#messages/user-error.ts';

/** Which release to go back to, and where. */
export interface RollbackOptions {
  /** The folder of the releases, absolute. */
  readonly to: string;
  readonly keep: number;
  /** The release to go back to; by default, the one before the public one. */
  readonly id?: string | undefined;
}

/** What a rollback has done. */
export interface RolledBack {
  /** The id of the new release. */
  readonly release: string;
  /** The id of the release that is public again. */
  readonly repeats: string;
  /** The ids of releases deleted because of a removal. */
  readonly purged: readonly string[];
  readonly notErased: readonly string[];
  /** The addresses that were public and are not found now, as paths from the site's root. */
  readonly lost: readonly string[];
  /**
   * The moments at which the repeated site would have changed and has not, such as the end of an alert. Because of them,
   * a new publication is due.
   */
  readonly passed: readonly string[];
}

/**
 * Makes the site of an earlier release public again, as a new release. Everything published in the meantime stays in
 * the ledger, so the next release cannot lose it.
 * @throws {UserError} when there is no such release, or it contains something removed since; see also `releaseSite`
 */
export async function rollBack({ to, keep, id }: RollbackOptions): Promise<RolledBack> {
  const clock = createClock();
  const { release, result, purged, notErased } = await releaseSite({
    to,
    keep,
    moment: clock.now,
    async make({ publicFolder }, target) {
      const old = releaseBack(target, id);
      const now = readState(must(target.current, 'current release'));
      const copy = (from: string, into: string) =>
        cpSync(from, into, { recursive: true, preserveTimestamps: true });
      copy(old.publicFolder, publicFolder);
      // The server configuration lies next to the site. Releases from before it existed have none.
      if (existsSync(serverFolder(old.publicFolder)))
        copy(serverFolder(old.publicFolder), serverFolder(publicFolder));
      const files = filesOf(old);
      const log = await logBack(now.log, old, clock.now);
      if (log) await replaceLog(publicFolder, log);
      const then = readState(old);
      const schedule = scheduleBack(now.schedule, then.schedule);
      return {
        state: { ...now, ...backTo(now, then), schedule, log, repeats: old.id },
        result: {
          repeats: old.id,
          lost: [...now.ledger.keys()].filter((address) => !isAnswered(publicFolder, address)),
          passed: schedule.moments.filter((moment) => new Date(moment) <= clock.now),
        },
        files,
      };
    },
  });
  return { release: release.id, ...result, purged, notErased };
}

/**
 * The schedule of the repeated site. It changes at the moments of its own time, too: those that have passed make a
 * publication due, because it shows as in force what has ended.
 */
function scheduleBack(now: Schedule, then: Schedule): Schedule {
  return { ...now, moments: [...new Set([...then.moments, ...now.moments])].sort() };
}

/** Whether a site has something at an address. */
function isAnswered(publicFolder: string, address: string): boolean {
  const path = address.endsWith('/') ? `${address}index.html` : address;
  return [path, decodedPath(path), `${address}/index.html`].some((file) =>
    existsSync(join(publicFolder, file)),
  );
}

/**
 * The files that the repeated site must have, as they were published: all files of the old one, except for the log and
 * the public state, which are written again.
 */
function filesOf(old: Release): ExpectedFiles {
  const published = readSiteFiles(old);
  const isKept = (path: string) => !path.startsWith(urls.dataLog) && !path.startsWith('/_state/');
  if (published) return new Map([...published].filter(([path]) => isKept(path)));
  return new Map(
    listFiles(old.publicFolder)
      .map((file) => `/${file}`)
      .filter(isKept)
      .map((path) => [path, { size: statSync(join(old.publicFolder, path)).size }]),
  );
}

/**
 * Adds to the log what the rollback changes in the public texts. The page that shows the log follows with the next
 * publication; the data file changes at once.
 */
async function logBack(
  log: Log | undefined,
  { id, publicFolder }: Release,
  at: Date,
): Promise<Log | undefined> {
  if (!log) return undefined;
  const states = await readPublishedTexts(stateFileReader(publicFolder));
  return addToLog(log, {
    at: () => at,
    texts: loggedStates(states),
    removed: new Set(),
    salt: newSalt,
    repeats: id,
  });
}

async function replaceLog(publicFolder: string, log: Log): Promise<void> {
  const file = join(publicFolder, urls.dataLog);
  writeFileSync(file, writtenLog(log));
  compressFile(
    file,
    copyEndings.filter((ending) => existsSync(`${file}.${ending}`)),
  );
}

/** The pages of the repeated site, and which of them differ from the current public site. */
function backTo(now: ReleaseState, { pages }: ReleaseState): Pick<ReleaseState, 'pages' | 'news'> {
  if (!pages || !now.news) return { pages, news: undefined };
  const { url } = now.news;
  const changed = changedPages(now.pages ?? {}, pages).map(
    (address) => `${url.replace(/\/$/u, '')}${address}`,
  );
  // Finding the affected feeds would take a build. Hubs are notified with the next release.
  return { pages, news: { ...now.news, changed, feeds: [] } };
}

function releaseBack({ current, releases }: ReleaseFolder, id: string | undefined): Release {
  const now = current && readState(current);
  const before = now
    ? releases.filter((release) => release.id !== current.id && !holdsRemoved(release, now))
    : [];
  const ids = before.map((release) => release.id).join(', ') || '—';
  if (id === undefined) {
    // If the public release is a rollback, count from the release that it repeats.
    const standsAt = now?.repeats ?? current?.id ?? '';
    const found = before
      .filter((release) => release.id < standsAt && !readState(release).repeats)
      .at(-1);
    if (!found) throw new UserError('back-nothing-before');
    return found;
  }
  const found = before.find((release) => release.id === id);
  const isThere = releases.some((release) => release.id === id && id !== current?.id);
  if (!found)
    throw new UserError(isThere ? 'back-holds-removed' : 'back-unknown-release', {
      release: id,
      releases: ids,
    });
  return found;
}
