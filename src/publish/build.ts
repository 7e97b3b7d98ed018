import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Stopwatch } from '#clock.ts';
import type { Finding } from '#checks/rule.ts';
import { type ServerRules, serverRules } from '#outputs/server/server-rules.ts';
import { writeRecord } from './build-record.ts';
import { type Composed, type ComposeOptions, composeSite, inTurn } from './compose.ts';
import { placeServerFiles, serverFolder } from './server-files.ts';

export interface BuildOptions extends ComposeOptions {
  /** Where the site is to stand, absolute; what stands there is replaced when all has succeeded. */
  readonly out: string;
}

export interface BuildReport {
  /** What a server must know to serve it. */
  readonly rules: ServerRules;
  readonly announcements: number;
  readonly texts: number;
  readonly pictures: number;
  /** Warnings: errors have stopped the build. */
  readonly findings: readonly Finding[];
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Builds the site of a content folder. It is written beside its place and put there when it is whole.
 * @throws {Problems} what is wrong with the content or breaks a rule; the site that stood there is untouched
 * @throws {LockHeld} when another build runs in this checkout
 */
export async function buildSite({ out, ...options }: BuildOptions): Promise<BuildReport> {
  return inTurn(async () => {
    const beside = hiddenBeside(out, 'new');
    try {
      const composed = await composeSite(options, beside);
      swap(beside, out);
      placeServerFiles(serverRules(composed.edition), serverFolder(out));
      writeRecord(out, { now: options.clock.now, preview: options.preview ?? false, pictures: composed.pictures });
      return reportOf(composed);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

export function reportOf({ edition, originals, findings, parts }: Composed): BuildReport {
  const { announcements } = edition.model;
  const texts = announcements.reduce((sum, { texts: each }) => sum + Object.keys(each).length, 0);
  return { rules: serverRules(edition), announcements: announcements.length, texts, pictures: originals, findings, parts };
}

/** A folder in the same folder as another, so that one rename suffices. */
function hiddenBeside(place: string, suffix: 'new' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${suffix}`);
}

/** Puts a finished folder in place of another. */
function swap(finished: string, place: string): void {
  // Hidden, like the new one: a folder of the operator's own may well be called `site.old`.
  const old = hiddenBeside(place, 'old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(finished, place);
  rmSync(old, { recursive: true, force: true });
}
