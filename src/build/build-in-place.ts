import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deleteManifest, readManifest } from '#cache/manifest.ts';
import { toolchainKey } from '#cache/toolchain.ts';
import type { Stopwatch } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { lockedAt } from './astro.ts';
import { openToServers } from './open-to-servers.ts';
import {
  type BuildRecord,
  type BuildSummary,
  inputsKey,
  summaryIfUpToDate,
  wholeBuild,
} from './build-result.ts';
import {
  type BuiltSite,
  buildSite,
  type Rebuilt,
  type SiteOptions,
  withBuildLock,
} from './build.ts';
import { serverFolder, writeServerFiles } from './server-files.ts';
import { keepAsSpare } from './spare-site.ts';

/** What to build, and where the site goes. */
export interface BuildOptions extends SiteOptions {
  /**
   * The folder of the site, absolute. An existing site there is replaced, but only after the whole build has succeeded.
   */
  readonly out: string;
}

/** What a build reports: its summary, what was rebuilt, and how long each part took. */
export interface BuildReport extends BuildSummary {
  /** What could not be reused from the previous site. */
  readonly rebuilt: Rebuilt;
  /** The names of files in the cache that were damaged and made again. */
  readonly remade: readonly string[];
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Builds the site of a content folder. The build writes into a hidden folder next to `out` and swaps the two at the
 * end. If nothing has changed and no scheduled moment has come, it leaves the existing site as it is.
 * @throws {Problems} when the content is faulty or breaks a rule; the existing site is untouched
 * @throws {UserError} `lock-held`, when another build runs in this checkout
 */
export async function buildInPlace({ out, ...options }: BuildOptions): Promise<BuildReport> {
  return withBuildLock(async () => {
    const { content, clock, preview = false, previous } = options;
    const key = inputsKey(
      content,
      [content, preview, previous ? [...previous.ledger] : null],
      lockedAt(),
    );
    const manifest = readManifest<BuildRecord>(out, toolchainKey());
    const found = summaryIfUpToDate(out, manifest, key, clock.now);
    if (found && existsSync(serverFolder(out)))
      return {
        ...found,
        rebuilt: { pages: 0, documents: 0, search: false },
        remade: [],
        parts: [],
      };
    const beside = hiddenBeside(out, 'new');
    try {
      const built = await buildSite(options, beside, out, manifest);
      const report = reportOf(built);
      const { rebuilt: _, remade: __, parts: ___, ...summary } = report;
      deleteManifest(out);
      const replaced = swap(beside, out);
      writeServerFiles(serverRules(built.snapshot), serverFolder(out));
      openToServers(out);
      built.keepCache(out, wholeBuild(key, clock, summary));
      if (replaced) keepAsSpare(replaced, manifest?.files ?? new Map(), out, built.files);
      return report;
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

/** The report of a site that has just been built. */
export function reportOf({
  snapshot,
  originals,
  findings,
  rebuilt,
  remade,
  parts,
}: BuiltSite): BuildReport {
  const { announcements } = snapshot.model;
  const texts = announcements.reduce((sum, { texts: each }) => sum + Object.keys(each).length, 0);
  return {
    rules: serverRules(snapshot),
    announcements: announcements.length,
    texts,
    pictures: originals,
    findings,
    rebuilt,
    remade,
    parts,
  };
}

/** A hidden folder next to `place`: on the same file system, so that one rename is enough. */
function hiddenBeside(place: string, suffix: 'new' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${suffix}`);
}

/**
 * Puts a finished folder in the place of another.
 * @returns where the replaced folder is now; undefined if there was none
 */
function swap(finished: string, place: string): string | undefined {
  // Hidden, because the operator may have a folder called `site.old`.
  const old = hiddenBeside(place, 'old');
  rmSync(old, { recursive: true, force: true });
  const isReplaced = existsSync(place);
  if (isReplaced) renameSync(place, old);
  renameSync(finished, place);
  return isReplaced ? old : undefined;
}
