import { existsSync, rmSync } from 'node:fs';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import { lookBeforehand } from '#checks/engine/rule-context.ts';
import { checkSite, type Checkup } from '#checks/engine/check-site.ts';
import { textTaskOf } from '#checks/engine/check-texts.ts';
import { fileBasisOf } from '#checks/engine/inspect-file.ts';
import type { Beforehand, Finding } from '#checks/rule.ts';
import { nothingSeen, type Seen } from '#checks/engine/check-cache.ts';
import type { Edition } from '#snapshot/snapshot.ts';
import { makeEdition } from '#snapshot/make-snapshot.ts';
import { scheduleOf } from '#history/schedule.ts';
import type { Memory, State } from '#history/release-state.ts';
import { logAfter } from '#outputs/data/log.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { Problems } from '#schema/problem.ts';
import { lockedAt, lockFile } from './astro.ts';
import { compressTexts } from './compress.ts';
import { checkEvents, eventsOf } from './check-events.ts';
import { groundOf, programDigest } from './base-keys.ts';
import { type KnownNote, knownNote, readKnown } from '#snapshot/content-cache.ts';
import { beginLinking } from './link-files.ts';
import { whileHolding } from './lock.ts';
import type { MadeOf } from './manifest.ts';
import { newsSince, pagesOf } from './changes.ts';
import { placeFiles } from './write-assets.ts';
import { openPrevious } from './previous-site.ts';
import { renewDocuments } from './write-documents.ts';
import { renewPages } from './render-pages.ts';
import { renewSearch } from './build-search.ts';
import { beginRenewal, madeOfSite, type Renewal } from './incremental.ts';
import { readSeen } from './check-cache-file.ts';
import { placeHostFiles } from './server-files.ts';
import { siteFilesHere, siteFilesInThread } from './output-writer.ts';

export interface ComposeOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: Clock;
  /** Show what is held, marked: never for the public. */
  readonly preview?: boolean;
  /** What the release before remembers; without it, nothing was published yet. */
  readonly previous?: Memory | undefined;
  /** Makes the salt of a new fingerprint, for a site that is published now; without it, see `logAfter`. */
  readonly salt?: (text: string) => string;
  /** Told of each part of the work that begins. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** A site that stands in its place. */
export interface Standing {
  /** Its folder, absolute; it need not exist. */
  readonly site: string;
  readonly madeOf: MadeOf | undefined;
}

/** What could not be taken from the site that stood before. */
export interface Anew {
  readonly pages: number;
  readonly documents: number;
  readonly search: boolean;
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
  readonly anew: Anew;
  /** To be remembered of the site where it stands at last: see `remember`. */
  readonly madeOf: MadeOf;
  readonly seen: Seen;
  readonly known: KnownNote;
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Writes the whole site of a content folder into a folder of its own, and checks it. To be done in turn.
 * @param folder absolute; erased first, and left half written when this throws
 * @param before the site that stands, if it does: what has not changed is taken from it
 * @throws {Problems} what is wrong with the content, would be lost or breaks a rule
 */
export async function composeSite(
  { content, clock, preview = false, previous, salt, onPart }: ComposeOptions,
  folder: string,
  before: Standing | undefined,
): Promise<Composed> {
  const watch = createStopwatch(onPart);
  watch.start('read');
  // What is noted of a site that somebody has erased helps nobody.
  const standing = before && existsSync(before.site) ? before : undefined;
  const program = programDigest();
  const known = readKnown(standing?.site, content, program);
  const made = await makeEdition({
    folder: content,
    clock,
    preview,
    ledger: preview ? undefined : previous?.ledger,
    ...known,
  });
  const sources = made.sources();
  if (previous?.events && !preview) checkEvents(previous.events, made.edition, sources);
  rmSync(folder, { recursive: true, force: true });
  watch.start('pictures');
  const placed = await placeFiles(made, content, folder);
  const { pictures } = placed;
  const ground = groundOf(placed.edition, program);
  const begun = beginRenewal({
    edition: placed.edition,
    ground,
    previous: openPrevious(standing?.site ?? folder, standing?.madeOf),
    folder,
    linking: beginLinking(),
  });
  // A preview shows what is held: nothing of that is recorded.
  const edition = preview
    ? begun.edition
    : { ...begun.edition, log: logAfter(begun.edition, previous?.log, salt) };
  const renewal = { ...begun, edition };
  const beforehand = await lookBeforehand({ edition, sources, content, pictures });
  const { anew, madeOf, findings, seen } = await makeAndCheck(
    renewal,
    beforehand,
    standing && readSeen(standing.site, ground),
    watch,
  );
  const unfinished = [...made.unfinished, ...placed.unfinished].map((problem): Finding => ({
    ...problem,
    rule: 'draft',
    severity: 'warning',
  }));
  // Last: the pages ask the clock too.
  const state = {
    ledger: made.ledger,
    log: edition.log,
    events: eventsOf(edition),
    schedule: scheduleOf(clock),
    pages: pagesOf(edition),
    news: newsSince(previous?.pages ?? {}, edition),
  };
  return {
    edition,
    state,
    originals: made.originals.length,
    pictures,
    findings: [...findings, ...unfinished],
    anew,
    madeOf,
    seen,
    known: knownNote(
      program,
      known,
      { texts: sources.texts.map(({ file }) => file), pictures: edition.pictures.keys() },
      lockedAt(),
    ),
    parts: watch.stop(),
  };
}

/**
 * Makes all that the site consists of, and checks it. What is finished is written and read in a thread while the rest is being made.
 * @throws {Problems} when it breaks a rule
 */
async function makeAndCheck(
  begun: Omit<Renewal, 'files'>,
  beforehand: Beforehand,
  seen: Seen | undefined,
  watch: Stopwatch,
): Promise<Checkup & Pick<Composed, 'anew' | 'madeOf'>> {
  const { edition, folder, previous, ground, linking } = begun;
  // Where most is as it was, there is little to read.
  const open = previous.standsOn('pages', ground) ? siteFilesHere : siteFilesInThread;
  const files = open(folder, fileBasisOf(beforehand));
  try {
    const texts = files.checkTexts(textTaskOf(beforehand, (seen ?? nothingSeen).texts));
    const anew = await makeParts({ ...begun, files }, watch);
    placeHostFiles(serverRules(edition), folder);
    await linking.done();
    watch.start('checks');
    const checkup = await checkSite(beforehand, folder, { seen, reading: files, texts });
    if (checkup.findings.some(({ severity }) => severity === 'error'))
      throw new Problems(checkup.findings);
    // After the checks: what is copied has been looked at.
    watch.start('compress');
    const { copies } = edition.model.site.compressedCopies
      ? await compressTexts(begun, checkup.seen.files.keys())
      : { copies: [] };
    await linking.done();
    return { anew, madeOf: madeOfSite(begun, checkup.seen.files, copies), ...checkup };
  } finally {
    await Promise.all([files.stop(), linking.stop()]);
  }
}

/** The search is made on a core of its own, beside the rest. */
async function makeParts(renewal: Renewal, watch: Stopwatch): Promise<Anew> {
  const search = renewSearch(renewal);
  try {
    watch.start('pages');
    const pages = await renewPages(renewal);
    watch.start('documents');
    const documents = await renewDocuments(renewal);
    watch.start('search');
    return { pages, documents, search: await search.finish() };
  } finally {
    await search.stop();
  }
}

/** Does some work in which Astro may be used: it shares files between builds, so one at a time may do so in a checkout.
 * @throws {LockHeld} when another is at work */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return whileHolding(lockFile, work);
}
