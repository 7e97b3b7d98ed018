import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deleteManifest, readManifest } from '#cache/manifest.ts';
import { toolchainKey } from '#cache/toolchain.ts';
import type { Stopwatch } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { lockedAt } from './astro.ts';
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
import { deleteFolder } from './delete-folder.ts';
import { serverFolder, writeServerFiles } from './server-files.ts';

export interface BuildOptions extends SiteOptions {
  /** Where the site is to stand, absolute; what stands there is replaced when everything has succeeded. */
  readonly out: string;
}

export interface BuildReport extends BuildSummary {
  /** What could not be reused of the site that stood there. */
  readonly rebuilt: Rebuilt;
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Builds the site of a content folder. It is written beside its place and put there when it is whole; where nothing has
 * changed and nothing is due, the site that stands is left as it is.
 * @throws {Problems} what is wrong with the content or breaks a rule; the site that stood there is untouched
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
      return { ...found, rebuilt: { pages: 0, documents: 0, search: false }, parts: [] };
    const beside = hiddenBeside(out, 'new');
    try {
      const built = await buildSite(options, beside, out, manifest);
      const report = reportOf(built);
      const { rebuilt: _, parts: __, ...summary } = report;
      deleteManifest(out);
      const deleted = deleteFolder(swap(beside, out));
      writeServerFiles(serverRules(built.snapshot), serverFolder(out));
      built.keepCache(out, wholeBuild(key, clock, summary));
      await deleted;
      return report;
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

export function reportOf({
  snapshot,
  originals,
  findings,
  rebuilt,
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
    parts,
  };
}

/** A folder in the same folder as another, so that one rename suffices. */
function hiddenBeside(place: string, suffix: 'new' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${suffix}`);
}

/** Puts a finished folder in place of another. @returns where that one lies now, to be erased */
function swap(finished: string, place: string): string {
  // Hidden, like the new one: a folder of the operator's own may well be called `site.old`.
  const old = hiddenBeside(place, 'old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(finished, place);
  return old;
}
