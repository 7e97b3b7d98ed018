import { existsSync, rmSync } from 'node:fs';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite, type CheckResult } from '#checks/engine/check-site.ts';
import { textTaskOf } from '#checks/engine/check-texts.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import type { RuleContext, Finding } from '#checks/rule.ts';
import { emptyCheckCache, type CheckCache } from '#checks/engine/check-cache.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { scheduleOf } from '#history/schedule.ts';
import type { PublicState, ReleaseState } from '#history/release-state.ts';
import { logAfter } from '#outputs/data/write-log.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { Problems } from '#schema/problem.ts';
import { lockedAt, lockFile } from './astro.ts';
import { compressFiles } from './compress.ts';
import { checkEvents, eventsOf } from './check-events.ts';
import { baseKeysOf, toolchainKey } from './base-keys.ts';
import {
  type SerializedContentCache,
  serializeContentCache,
  readContentCache,
} from '#snapshot/content-cache.ts';
import { createFileLinker } from './link-files.ts';
import { whileHolding } from './lock.ts';
import type { Manifest } from './manifest.ts';
import { changesSince, pageStates } from './changes.ts';
import { writeAssets } from './write-assets.ts';
import { openPreviousSite } from './previous-site.ts';
import { writeDocuments } from './write-documents.ts';
import { renderPages } from './render-pages.ts';
import { buildSearch } from './build-search.ts';
import { beginIncremental, manifestOf, type IncrementalBuild } from './incremental.ts';
import { readCheckCache } from './check-cache-file.ts';
import { writeHostFiles } from './server-files.ts';
import { outputWriterInline, outputWriterInWorker } from './output-writer.ts';

export interface SiteOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: Clock;
  /** Show what is held, marked: never for the public. */
  readonly preview?: boolean;
  /** What the release before remembers; without it, nothing was published yet. */
  readonly previous?: PublicState | undefined;
  /** Makes the salt of a new fingerprint, for a site that is published now; without it, see `logAfter`. */
  readonly salt?: (text: string) => string;
  /** Told of each part of the work that begins. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** A site that stands in its place. */
export interface SiteInPlace {
  /** Its folder, absolute; it need not exist. */
  readonly site: string;
  readonly madeOf: Manifest | undefined;
}

/** What could not be taken from the site that stood before. */
export interface Rebuilt {
  readonly pages: number;
  readonly documents: number;
  readonly search: boolean;
}

export interface BuiltSite {
  readonly snapshot: Snapshot;
  /** What this site, once public, has to remember. */
  readonly state: ReleaseState;
  /** How many pictures were put into the site, and what each of its files was made from. */
  readonly originals: number;
  readonly pictures: Readonly<Record<string, string>>;
  /** Warnings: errors have stopped the work. */
  readonly findings: readonly Finding[];
  readonly anew: Rebuilt;
  /** To be remembered of the site where it stands at last: see `remember`. */
  readonly madeOf: Manifest;
  readonly seen: CheckCache;
  readonly known: SerializedContentCache;
  readonly parts: ReturnType<Stopwatch['stop']>;
}

/**
 * Writes the whole site of a content folder into a folder of its own, and checks it. To be done in turn.
 * @param folder absolute; erased first, and left half written when this throws
 * @param before the site that stands, if it does: what has not changed is taken from it
 * @throws {Problems} what is wrong with the content, would be lost or breaks a rule
 */
export async function buildSite(
  { content, clock, preview = false, previous, salt, onPart }: SiteOptions,
  folder: string,
  before: SiteInPlace | undefined,
): Promise<BuiltSite> {
  const watch = createStopwatch(onPart);
  watch.start('read');
  // What is noted of a site that somebody has erased helps nobody.
  const standing = before && existsSync(before.site) ? before : undefined;
  const program = toolchainKey();
  const known = readContentCache(standing?.site, content, program);
  const made = await makeSnapshot({
    folder: content,
    clock,
    preview,
    ledger: preview ? undefined : previous?.ledger,
    ...known,
  });
  const sources = made.sources();
  if (previous?.events && !preview) checkEvents(previous.events, made.snapshot, sources);
  rmSync(folder, { recursive: true, force: true });
  watch.start('pictures');
  const placed = await writeAssets(made, content, folder);
  const { pictures } = placed;
  const ground = baseKeysOf(placed.snapshot, program);
  const begun = beginIncremental({
    snapshot: placed.snapshot,
    ground,
    previous: openPreviousSite(standing?.site ?? folder, standing?.madeOf),
    folder,
    linking: createFileLinker(),
  });
  // A preview shows what is held: nothing of that is recorded.
  const snapshot = preview
    ? begun.snapshot
    : { ...begun.snapshot, log: logAfter(begun.snapshot, previous?.log, salt) };
  const renewal = { ...begun, snapshot };
  const beforehand = await createRuleContext({ snapshot, sources, content, pictures });
  const { anew, madeOf, findings, seen } = await makeAndCheck(
    renewal,
    beforehand,
    standing && readCheckCache(standing.site, ground),
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
    log: snapshot.log,
    events: eventsOf(snapshot),
    schedule: scheduleOf(clock),
    pages: pageStates(snapshot),
    news: changesSince(previous?.pages ?? {}, snapshot),
  };
  return {
    snapshot,
    state,
    originals: made.originals.length,
    pictures,
    findings: [...findings, ...unfinished],
    anew,
    madeOf,
    seen,
    known: serializeContentCache(
      program,
      known,
      { texts: sources.texts.map(({ file }) => file), pictures: snapshot.pictures.keys() },
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
  begun: Omit<IncrementalBuild, 'files'>,
  beforehand: RuleContext,
  seen: CheckCache | undefined,
  watch: Stopwatch,
): Promise<CheckResult & Pick<BuiltSite, 'anew' | 'madeOf'>> {
  const { snapshot, folder, previous, ground, linking } = begun;
  // Where most is as it was, there is little to read.
  const open = previous.standsOn('pages', ground) ? outputWriterInline : outputWriterInWorker;
  const files = open(folder, ruleInputsOf(beforehand));
  try {
    const texts = files.checkTexts(textTaskOf(beforehand, (seen ?? emptyCheckCache).texts));
    const anew = await makeParts({ ...begun, files }, watch);
    writeHostFiles(serverRules(snapshot), folder);
    await linking.done();
    watch.start('checks');
    const checkup = await checkSite(beforehand, folder, { seen, reading: files, texts });
    if (checkup.findings.some(({ severity }) => severity === 'error'))
      throw new Problems(checkup.findings);
    // After the checks: what is copied has been looked at.
    watch.start('compress');
    const { copies } = snapshot.model.site.compressedCopies
      ? await compressFiles(begun, checkup.seen.files.keys())
      : { copies: [] };
    await linking.done();
    return { anew, madeOf: manifestOf(begun, checkup.seen.files, copies), ...checkup };
  } finally {
    await Promise.all([files.stop(), linking.stop()]);
  }
}

/** The search is made on a core of its own, beside the rest. */
async function makeParts(renewal: IncrementalBuild, watch: Stopwatch): Promise<Rebuilt> {
  const search = buildSearch(renewal);
  try {
    watch.start('pages');
    const pages = await renderPages(renewal);
    watch.start('documents');
    const documents = await writeDocuments(renewal);
    watch.start('search');
    return { pages, documents, search: await search.finish() };
  } finally {
    await search.stop();
  }
}

/** Does some work in which Astro may be used: it shares files between builds, so one at a time may do so in a checkout.
 * @throws {UserError} `lock-held`, when another is at work */
export function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  return whileHolding(lockFile, 'lock-held', work);
}
