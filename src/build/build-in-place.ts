import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Stopwatch } from '#clock.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { lockedAt } from './astro.ts';
import { writeRecord } from './build-record.ts';
import { type Anew, type Composed, type ComposeOptions, composeSite, inTurn } from './build.ts';
import { erase } from './delete-folder.ts';
import { programDigest } from './base-keys.ts';
import { inputsOf } from './inputs-key.ts';
import { forgetMadeOf, readMadeOf, type Told } from './manifest.ts';
import { remember } from './remember.ts';
import { atRest, restOf } from './up-to-date.ts';
import { placeServerFiles, serverFolder } from './server-files.ts';

export interface BuildOptions extends ComposeOptions {
  /** Where the site is to stand, absolute; what stands there is replaced when all has succeeded. */
  readonly out: string;
}

export interface BuildReport extends Told {
  /** What could not be taken from the site that stood there. */
  readonly anew: Anew;
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Builds the site of a content folder. It is written beside its place and put there when it is whole; where nothing has
 * changed and nothing is due, the site that stands is left as it is.
 * @throws {Problems} what is wrong with the content or breaks a rule; the site that stood there is untouched
 * @throws {LockHeld} when another build runs in this checkout
 */
export async function buildSite({ out, ...options }: BuildOptions): Promise<BuildReport> {
  return inTurn(async () => {
    const { content, clock, preview = false, previous } = options;
    const inputs = inputsOf(
      content,
      [content, preview, programDigest(), previous && [...previous.ledger]],
      lockedAt(),
    );
    const madeOf = readMadeOf(out);
    const found = atRest(out, madeOf, inputs, clock.now);
    if (found && existsSync(serverFolder(out)))
      return { ...found, anew: { pages: 0, documents: 0, search: false }, parts: [] };
    const beside = hiddenBeside(out, 'new');
    try {
      const composed = await composeSite(options, beside, { site: out, madeOf });
      const report = reportOf(composed);
      const { anew: _, parts: __, ...told } = report;
      forgetMadeOf(out);
      const erased = erase(swap(beside, out));
      placeServerFiles(serverRules(composed.edition), serverFolder(out));
      await writeRecord(out, { now: clock.now, preview, pictures: composed.pictures });
      await remember(out, composed, inputs === undefined ? undefined : restOf(inputs, clock, told));
      await erased;
      return report;
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

export function reportOf({ edition, originals, findings, anew, parts }: Composed): BuildReport {
  const { announcements } = edition.model;
  const texts = announcements.reduce((sum, { texts: each }) => sum + Object.keys(each).length, 0);
  return {
    rules: serverRules(edition),
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
