import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import { makeEdition } from '#edition/make-edition.ts';
import { checkSite } from '#checks/check-site.ts';
import type { Finding } from '#checks/rule.ts';
import { Problems } from '#schema/problem.ts';
import { searchRecords } from '#search/records.ts';
import { writeSearch } from '#search/write-index.ts';
import { urls } from '#site/urls.ts';
import { cacheFolder, renderPages } from './astro.ts';
import { writeRecord } from './build-record.ts';
import { takeLock } from './lock.ts';
import { placeFiles } from './place.ts';

export interface BuildOptions {
  /** The content folder, absolute. */
  readonly content: string;
  /** Where the site is to stand, absolute; what stands there is replaced when all has succeeded. */
  readonly out: string;
  readonly clock: Clock;
  /** Show what is held, marked: never for the public. */
  readonly preview?: boolean;
}

export interface BuildReport {
  /** The path of the site's address. */
  readonly base: string;
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
 * @throws {LockHeld} when another build runs in this checkout: Astro shares files between builds
 */
export async function buildSite({ content, out, clock, preview = false }: BuildOptions): Promise<BuildReport> {
  const giveBack = takeLock(join(cacheFolder, 'build.lock'));
  const beside = hiddenBeside(out, 'new');
  const watch = createStopwatch();
  try {
    watch.start('read');
    const made = await makeEdition({ folder: content, clock, preview });
    rmSync(beside, { recursive: true, force: true });
    watch.start('pictures');
    const { edition, pictures } = await placeFiles(made, content, beside);
    // Before the pages, while there is room: Pagefind takes much memory for a while, and Astro gives none back.
    watch.start('search');
    const { locales } = edition.model.site;
    await writeSearch(new Map(locales.map((locale) => [locale, searchRecords(edition, locale)])), join(beside, urls.searchIndex));
    watch.start('pages');
    await renderPages(edition, beside);
    watch.start('checks');
    const findings = await checkSite({ edition, sources: made.sources, content, folder: beside, pictures });
    if (findings.some(({ severity }) => severity === 'error')) throw new Problems(findings);
    watch.start('swap');
    swap(beside, out);
    writeRecord(out, { now: clock.now, preview, pictures });
    const { announcements } = edition.model;
    return {
      base: edition.model.site.base,
      announcements: announcements.length,
      texts: announcements.reduce((sum, { texts }) => sum + Object.keys(texts).length, 0),
      pictures: made.originals.length,
      findings,
      parts: watch.stop(),
    };
  } finally {
    rmSync(beside, { recursive: true, force: true });
    giveBack();
  }
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
