import { existsSync, rmSync } from 'node:fs';
import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import {
  deleteStaleManifests,
  type Manifest,
  readManifest,
  writeManifest,
} from '#cache/manifest.ts';
import { sizeIn } from '#cache/file-stat.ts';
import { toolchainKey } from '#cache/toolchain.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { keepCheckedTexts, textTaskOf } from '#checks/engine/check-texts.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import type { Finding, RuleContext } from '#checks/rule.ts';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import type { PublicState, ReleaseState } from '#history/release-state.ts';
import { scheduleOf } from '#history/schedule.ts';
import { logAfter } from '#outputs/data/write-log.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { Problems } from '#schema/problem.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot, type Snapshot } from '#snapshot/snapshot.ts';
import { lockedAt, lockFile } from './astro.ts';
import type { BuildRecord, WholeBuild } from './build-result.ts';
import { buildSearch } from './build-search.ts';
import { changesSince, pageStates } from './changes.ts';
import { checkEvents, eventsOf } from './check-events.ts';
import { compressFiles } from './compress.ts';
import { fileResults, type IncrementalBuild } from './incremental.ts';
import { createFileLinker } from './link-files.ts';
import { whileHolding } from './lock.ts';
import { outputWriterInline, outputWriterInWorker } from './output-writer.ts';
import { pagesKey } from './pages-key.ts';
import { openPreviousSite } from './previous-site.ts';
import { renderPages } from './render-pages.ts';
import { writeHostFiles } from './server-files.ts';
import { writeAssets } from './write-assets.ts';
import { writeDocuments } from './write-documents.ts';

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
  /** Called when a part of the work begins. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** What could not be reused of the site that stood before. */
export interface Rebuilt {
  readonly pages: number;
  readonly documents: number;
  readonly search: boolean;
}

export interface BuiltSite {
  readonly snapshot: Snapshot;
  /** What this site, once public, has to remember. */
  readonly state: ReleaseState;
  /** Every file of the site, by its path from the root of the site, and its size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** How many pictures were put into the site. */
  readonly originals: number;
  /** Warnings: errors have stopped the work. */
  readonly findings: readonly Finding[];
  readonly rebuilt: Rebuilt;
  readonly parts: ReturnType<Stopwatch['stop']>;
  /**
   * Keeps the results for the next build, when the site has come to its place.
   * @param site its folder, absolute
   */
  keepCache(site: string, whole?: WholeBuild): void;
}

/**
 * Builds the whole site of a content folder into a folder of its own, and checks it. To be called under `withBuildLock`.
 * @param folder absolute; deleted first, and left half written when this throws
 * @param before the folder of the site that stands, if one does: what has not changed is reused from it
 * @param manifest that of the site that stands, where it has been read
 * @throws {Problems} what is wrong with the content, would be lost or breaks a rule
 */
export async function buildSite(
  { content, clock, preview = false, previous, salt, onPart }: SiteOptions,
  folder: string,
  before: string | undefined,
  manifest: Manifest<BuildRecord> | undefined = before === undefined
    ? undefined
    : readManifest(before, toolchainKey()),
): Promise<BuiltSite> {
  const watch = createStopwatch(onPart);
  watch.start('read');
  // The results of a site that was deleted are worth nothing: its files are gone.
  const standing = before !== undefined && existsSync(before) ? before : undefined;
  const kept = standing === undefined ? undefined : manifest;
  const cache = createBuildCache(kept?.results, lockedAt());
  const made = await makeSnapshot({
    folder: content,
    clock,
    preview,
    ledger: preview ? undefined : previous?.ledger,
    cache,
  });
  const sources = made.sources();
  if (previous?.events && !preview) checkEvents(previous.events, made.snapshot, sources);
  rmSync(folder, { recursive: true, force: true });
  watch.start('pictures');
  const placed = await writeAssets(made, content, folder);
  const snapshot = finishSnapshot(placed.snapshot, {
    ...placed.results,
    // A preview shows what is held: nothing of that is recorded.
    ...(!preview && { log: logAfter(placed.snapshot, previous?.log, salt) }),
  });
  const context = await createRuleContext({
    snapshot,
    sources,
    content,
    pictures: placed.pictures,
  });
  const begun = {
    snapshot,
    pagesKey: pagesKey(snapshot),
    previous: openPreviousSite(standing ?? folder, kept),
    folder,
    keys: new Map<string, string>(),
    reused: new Set<string>(),
    linker: createFileLinker(),
  };
  const { rebuilt, files, findings } = await makeAndCheck(begun, context, cache, watch);
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
    files: new Map([...files].map(([path, { stat }]) => [path, sizeIn(stat)])),
    originals: made.originals.length,
    findings: [...findings, ...unfinished],
    rebuilt,
    parts: watch.stop(),
    keepCache(site, whole) {
      const build: BuildRecord = { now: clock.now, preview, pictures: placed.pictures, whole };
      writeManifest(site, toolchainKey(), { files, build, cache }, kept && standing);
      deleteStaleManifests();
    },
  };
}

/**
 * Makes everything that the site consists of, and checks it. What is finished is written and inspected in a worker while the rest is being made.
 * @throws {Problems} when it breaks a rule
 */
async function makeAndCheck(
  begun: Omit<IncrementalBuild, 'output'>,
  context: RuleContext,
  cache: BuildCache,
  watch: Stopwatch,
) {
  const { snapshot, folder, previous, pagesKey: pages, linker } = begun;
  // Where most of the site is reused, there is little to write and to inspect.
  const isIncremental = previous.filesWithKey(pages).length > 0;
  const open = isIncremental ? outputWriterInline : outputWriterInWorker;
  const output = open(folder, ruleInputsOf(context));
  try {
    const task = textTaskOf(context, cache);
    const texts = output.checkTexts(task);
    const rebuilt = await makeParts({ ...begun, output }, watch);
    writeHostFiles(serverRules(snapshot), folder);
    await linker.done();
    watch.start('checks');
    const { findings, stats } = await checkSite(context, folder, {
      cache,
      inspector: output,
      texts,
    });
    if (findings.some(({ severity }) => severity === 'error')) throw new Problems(findings);
    keepCheckedTexts(cache, task, await texts);
    // After the checks: what is copied has been checked.
    watch.start('compress');
    const { copies } = snapshot.model.site.compressedCopies
      ? await compressFiles(begun, stats.keys())
      : { copies: [] };
    await linker.done();
    return { rebuilt, findings, files: fileResults(begun, stats, copies) };
  } finally {
    await Promise.all([output.stop(), linker.stop()]);
  }
}

/** The search index is built on a core of its own, in parallel with the rest. */
async function makeParts(build: IncrementalBuild, watch: Stopwatch): Promise<Rebuilt> {
  const search = buildSearch(build);
  try {
    watch.start('pages');
    const pages = await renderPages(build);
    watch.start('documents');
    const documents = await writeDocuments(build);
    watch.start('search');
    return { pages, documents, search: await search.finish() };
  } finally {
    await search.stop();
  }
}

/** Runs work in which Astro may be used. Astro shares files between builds, so one at a time may do so in a checkout.
 * @throws {UserError} `lock-held`, when another is at work */
export function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  return whileHolding(lockFile, 'lock-held', work);
}
