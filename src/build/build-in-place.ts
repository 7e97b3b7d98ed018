import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Stopwatch } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { lockedAt } from './astro.ts';
import { writeRecord } from './build-record.ts';
import {
  type Rebuilt,
  type BuiltSite,
  type SiteOptions,
  buildSite,
  withBuildLock,
} from './build.ts';
import { deleteFolder } from './delete-folder.ts';
import { toolchainKey } from './base-keys.ts';
import { inputsKey } from './inputs-key.ts';
import { deleteManifest, readManifest, type BuildSummary } from './manifest.ts';
import { remember } from './remember.ts';
import { summaryIfUpToDate, upToDateOf } from './up-to-date.ts';
import { writeServerFiles, serverFolder } from './server-files.ts';

export interface BuildOptions extends SiteOptions {
  /** Where the site is to stand, absolute; what stands there is replaced when all has succeeded. */
  readonly out: string;
}

export interface BuildReport extends BuildSummary {
  /** What could not be taken from the site that stood there. */
  readonly anew: Rebuilt;
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
    const inputs = inputsKey(
      content,
      [content, preview, toolchainKey(), previous && [...previous.ledger]],
      lockedAt(),
    );
    const madeOf = readManifest(out);
    const found = summaryIfUpToDate(out, madeOf, inputs, clock.now);
    if (found && existsSync(serverFolder(out)))
      return { ...found, anew: { pages: 0, documents: 0, search: false }, parts: [] };
    const beside = hiddenBeside(out, 'new');
    try {
      const composed = await buildSite(options, beside, { site: out, madeOf });
      const report = reportOf(composed);
      const { anew: _, parts: __, ...told } = report;
      deleteManifest(out);
      const erased = deleteFolder(swap(beside, out));
      writeServerFiles(serverRules(composed.snapshot), serverFolder(out));
      await writeRecord(out, { now: clock.now, preview, pictures: composed.pictures });
      await remember(
        out,
        composed,
        inputs === undefined ? undefined : upToDateOf(inputs, clock, told),
      );
      await erased;
      return report;
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

export function reportOf({ snapshot, originals, findings, anew, parts }: BuiltSite): BuildReport {
  const { announcements } = snapshot.model;
  const texts = announcements.reduce((sum, { texts: each }) => sum + Object.keys(each).length, 0);
  return {
    rules: serverRules(snapshot),
    announcements: announcements.length,
    texts,
    pictures: originals,
    findings,
    anew,
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
