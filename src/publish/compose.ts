import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import { checkSite } from '#checks/check-site.ts';
import type { Finding } from '#checks/rule.ts';
import type { Edition } from '#edition/edition.ts';
import { makeEdition } from '#edition/make-edition.ts';
import { scheduleOf } from '#record/schedule.ts';
import type { Memory, State } from '#record/state.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { Problems } from '#schema/problem.ts';
import { searchRecords } from '#search/records.ts';
import { writeSearch } from '#search/write-index.ts';
import { urls } from '#site/urls.ts';
import { cacheFolder, renderPages } from './astro.ts';
import { compressTexts } from './compress.ts';
import { whileHolding } from './lock.ts';
import { placeFiles } from './place.ts';
import { placeHostFiles } from './server-files.ts';

export interface ComposeOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: Clock;
  /** Show what is held, marked: never for the public. */
  readonly preview?: boolean;
  /** What the release before remembers; without it, nothing was published yet. */
  readonly previous?: Memory | undefined;
}

export interface Composed {
  readonly edition: Edition;
  /** What this site, once public, has to remember. */
  readonly state: State;
  /** How many pictures were put into the site, and what each of its files was made from. */
  readonly originals: number;
  readonly pictures: Readonly<Record<string, string>>;
  /** Warnings: errors have stopped the work. */
  readonly findings: readonly Finding[];
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Writes the whole site of a content folder into a folder of its own, and checks it. To be done in turn.
 * @param folder absolute; erased first, and left half written when this throws
 * @throws {Problems} what is wrong with the content, would be lost or breaks a rule
 */
export async function composeSite({ content, clock, preview = false, previous }: ComposeOptions, folder: string): Promise<Composed> {
  const watch = createStopwatch();
  watch.start('read');
  const made = await makeEdition({ folder: content, clock, preview, ledger: preview ? undefined : previous?.ledger });
  rmSync(folder, { recursive: true, force: true });
  watch.start('pictures');
  const { edition, pictures } = await placeFiles(made, content, folder);
  // Before the pages, while there is room: Pagefind takes much memory for a while, and Astro gives none back.
  watch.start('search');
  const { locales } = edition.model.site;
  await writeSearch(new Map(locales.map((locale) => [locale, searchRecords(edition, locale)])), join(folder, urls.searchIndex));
  watch.start('pages');
  await renderPages(edition, folder);
  placeHostFiles(serverRules(edition), folder);
  watch.start('checks');
  const findings = await checkSite({ edition, sources: made.sources, content, folder, pictures });
  if (findings.some(({ severity }) => severity === 'error')) throw new Problems(findings);
  // After the checks: what is copied has been looked at.
  watch.start('compress');
  await compressTexts(folder);
  // Last: the pages ask the clock too.
  const state = { ledger: made.ledger, schedule: scheduleOf(clock) };
  return { edition, state, originals: made.originals.length, pictures, findings, parts: watch.stop() };
}

/** Does some work in which Astro may be used: it shares files between builds, so one at a time may do so in a checkout.
 * @throws {LockHeld} when another is at work */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return whileHolding(join(cacheFolder, 'build.lock'), work);
}
