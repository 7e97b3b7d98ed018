import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import {
  deleteStaleManifests,
  type FileResult,
  type Manifest,
  readManifest,
  writeManifest,
} from '#cache/manifest.ts';
import { deleteOldest } from '#cache/delete-oldest.ts';
import { makePrivateFolder } from '#cache/private-folder.ts';
import { cacheFolder } from '#cache/program.ts';
import { toolchainKey } from '#cache/toolchain.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { keepCheckedTexts, textTaskOf } from '#checks/engine/check-texts.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import type { Finding, RuleContext } from '#checks/rule.ts';
import { type Clock, createStopwatch, type Stopwatch } from '#clock.ts';
import { addressesRemovedSince } from '#history/ledger.ts';
import type { PublicState, ReleaseState } from '#history/release-state.ts';
import { scheduleOf } from '#history/schedule.ts';
import { logAfter } from '#outputs/data/write-log.ts';
import { serverRules } from '#outputs/server/server-rules.ts';
import { Problems } from '#schema/problem.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot, type Snapshot } from '#snapshot/snapshot.ts';
import { absolute } from '#site/urls.ts';
import { lockedAt, lockFile } from './astro.ts';
import type { BuildRecord, WholeBuild } from './build-result.ts';
import { buildSearch } from './build-search.ts';
import { changesSince, pageStates } from './changes.ts';
import { checkEvents, eventsOf } from './check-events.ts';
import { compressFiles } from './compress.ts';
import { deleteStaleFiles, fileResults, type IncrementalBuild } from './incremental.ts';
import { createFileLinker } from './link-files.ts';
import { whileHolding } from './lock.ts';
import { outputWriterInline, outputWriterInWorker } from './output-writer.ts';
import { ownPageWords } from './own-page-words.ts';
import { pagesKey } from './pages-key.ts';
import { openPreviousSite } from './previous-site.ts';
import { renderPages } from './render-pages.ts';
import { writeHostFiles } from './server-files.ts';
import { takeSpare } from './spare-site.ts';
import { writeAssets } from './write-assets.ts';
import { writeDocuments } from './write-documents.ts';

/** What decides the content of a site. */
export interface SiteOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: Clock;
  /** Show held announcements, marked as such. Never for a public site. */
  readonly preview?: boolean;
  /** The state of the previous release; undefined when nothing has been published yet. */
  readonly previous?: PublicState | undefined;
  /** The folders of announcements of which no text may become public now; see `ReadOptions`. */
  readonly heldBack?: ReadonlySet<string> | undefined;
  /** Makes the salt of a new fingerprint, when the site is published now. Without it, see `logAfter`. */
  readonly salt?: (text: string) => string;
  /** Files of the previous site that are not what was published, as paths from its root: they are made again. */
  readonly distrusted?: ReadonlySet<string> | undefined;
  /** Whether the site is about to become public: the checks are stricter then. */
  readonly publishing?: boolean;
  /** Called with the name of each part of the work when it starts. */
  readonly onPart?: ((part: string) => void) | undefined;
}

/** What could not be reused from the previous site. */
export interface Rebuilt {
  readonly pages: number;
  readonly documents: number;
  readonly search: boolean;
}

/** A built and checked site, before it is put in its place. */
export interface BuiltSite {
  readonly snapshot: Snapshot;
  /** The state that a release of this site has to keep. */
  readonly state: ReleaseState;
  /** Every file of the site, by its path from the root of the site. */
  readonly files: ReadonlyMap<string, FileResult>;
  /** The absolute addresses that were removed since the previous release. The state does not name them. */
  readonly gone: readonly string[];
  /** The number of original pictures in the site. */
  readonly originals: number;
  /** Only warnings: an error stops the build. */
  readonly findings: readonly Finding[];
  readonly rebuilt: Rebuilt;
  /** The names of files in the cache that were damaged and made again. */
  readonly remade: readonly string[];
  readonly parts: ReturnType<Stopwatch['stop']>;
  /**
   * Writes the manifest for the next build. Call it when the site is in its final place.
   * @param site the final folder of the site, absolute
   * @param whole the entry by which the next build can recognise an up-to-date site
   */
  keepCache(site: string, whole?: WholeBuild): void;
}

/**
 * Builds the whole site of a content folder into a separate folder, and checks it. Call it under `withBuildLock`.
 * @param folder absolute; deleted first, and left incomplete when this throws
 * @param before the folder of the previous site, if there is one; what has not changed is reused from it
 * @param manifest of the previous site, if the caller has already read it
 * @throws {Problems} when the content is faulty, breaks a rule, or would lose something that was published
 */
export async function buildSite(
  {
    content,
    clock,
    preview = false,
    previous,
    salt,
    heldBack,
    distrusted,
    publishing,
    onPart,
  }: SiteOptions,
  folder: string,
  before: string | undefined,
  manifest: Manifest<BuildRecord> | undefined = before === undefined
    ? undefined
    : readManifest(before, toolchainKey()),
): Promise<BuiltSite> {
  const watch = createStopwatch(onPart);
  watch.start('read');
  // The results of a deleted site are useless: its files are gone.
  const standing = before !== undefined && existsSync(before) ? before : undefined;
  const kept = standing === undefined ? undefined : manifest;
  const cache = createBuildCache(kept?.results, lockedAt());
  const made = await makeSnapshot({
    folder: content,
    clock,
    preview,
    ledger: preview ? undefined : previous?.ledger,
    heldBack,
    cache,
  });
  const sources = made.sources();
  if (previous?.events && !preview) checkEvents(previous.events, made.snapshot, sources);
  const inPlace = takeSpare(standing ?? folder, folder, kept?.files ?? new Map());
  watch.start('pictures');
  const placed = await writeAssets(made, content, folder);
  const snapshot = finishSnapshot(placed.snapshot, {
    ...placed.results,
    // A preview shows held announcements, so it must not add to the log.
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
    previous: openPreviousSite(standing ?? folder, kept, distrusted),
    folder,
    inPlace,
    keys: new Map<string, string>(),
    reused: new Set<string>(),
    linker: createFileLinker(),
  };
  const { rebuilt, files, findings } = await makeAndCheck(begun, context, cache, {
    watch,
    publishing,
  });
  const unfinished = [...made.unfinished, ...placed.unfinished].map((problem): Finding => ({
    ...problem,
    rule: 'draft',
    severity: 'warning',
  }));
  // After the pages are rendered, because they ask the clock too.
  const state = {
    ledger: made.ledger,
    log: snapshot.log,
    events: eventsOf(snapshot),
    schedule: scheduleOf(clock),
    pages: pageStates(snapshot),
    news: changesSince(previous?.pages ?? {}, snapshot),
    approvals: made.approvals,
  };
  return {
    snapshot,
    state,
    files,
    gone: addressesRemovedSince(previous?.ledger ?? new Map(), made.ledger).map((address) =>
      absolute(snapshot.model.site, address),
    ),
    originals: made.originals.length,
    findings: [...findings, ...unfinished],
    rebuilt,
    remade: placed.remade,
    parts: watch.stop(),
    keepCache(site, whole) {
      const build: BuildRecord = { now: clock.now, preview, pictures: placed.pictures, whole };
      writeManifest(site, toolchainKey(), { files, build, cache }, kept && standing);
      deleteStaleManifests();
      tidyCache(snapshot);
    },
  };
}

/**
 * Makes all files of the site and checks them. Where a worker is used, it writes and inspects finished files while
 * others are still being made.
 * @throws {Problems} when the site breaks a rule
 */
async function makeAndCheck(
  begun: Omit<IncrementalBuild, 'output'>,
  context: RuleContext,
  cache: BuildCache,
  { watch, publishing }: { readonly watch: Stopwatch; readonly publishing?: boolean | undefined },
) {
  const { snapshot, folder, previous, pagesKey: pages, linker } = begun;
  // An incremental build has little to write and inspect, so a worker is not worth starting.
  const isIncremental = previous.filesWithKey(pages).length > 0;
  const open = isIncremental ? outputWriterInline : outputWriterInWorker;
  const output = open(folder, ruleInputsOf(context));
  try {
    const task = textTaskOf(context, cache);
    const texts = output.checkTexts(task);
    const rebuilt = await makeParts({ ...begun, output }, watch);
    writeHostFiles(serverRules(snapshot), folder);
    await linker.done();
    deleteStaleFiles(begun);
    watch.start('checks');
    const { findings, stats, hashes } = await checkSite(context, folder, {
      cache,
      inspector: output,
      texts,
      publishing,
    });
    if (findings.some(({ severity }) => severity === 'error')) throw new Problems(findings);
    keepCheckedTexts(cache, task, await texts);
    // After the checks, so that only checked files are compressed.
    watch.start('compress');
    const { copies } = snapshot.model.site.compressedCopies
      ? await compressFiles(begun, stats.keys())
      : { copies: [] };
    await linker.done();
    return { rebuilt, findings, files: fileResults(begun, stats, hashes, copies) };
  } finally {
    await Promise.all([output.stop(), linker.stop()]);
  }
}

/** Builds the search index in a worker, in parallel with the pages and documents. */
async function makeParts(build: IncrementalBuild, watch: Stopwatch): Promise<Rebuilt> {
  // The words of the theme's pages are only known once they are rendered. Other sites need not wait for that.
  const waits = build.snapshot.ownPages.length > 0;
  let search = waits ? undefined : buildSearch(build, []);
  try {
    watch.start('pages');
    const pages = await renderPages(build);
    search ??= buildSearch(build, ownPageWords(build));
    watch.start('documents');
    const documents = await writeDocuments(build);
    watch.start('search');
    return { pages, documents, search: await search.finish() };
  } finally {
    await search?.stop();
  }
}

/**
 * So many rendered MDX texts and copies of themes stay in the cache. A text that is missing there is rendered again; the
 * manifest of a site has its texts in any case.
 */
const most = { texts: 5000, theme: 20 };

function tidyCache({ theme }: Snapshot): void {
  deleteOldest(join(cacheFolder, 'texts'), most.texts);
  deleteOldest(join(cacheFolder, 'theme'), most.theme, [
    'preview',
    ...(theme ? [theme.digest] : []),
  ]);
}

/**
 * Runs work that may use Astro. Astro shares files between builds, so only one process in a checkout may use it at a
 * time.
 * @throws {UserError} `lock-held`, when another process is using Astro
 */
export function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  makePrivateFolder(cacheFolder);
  return whileHolding(lockFile, 'lock-held', work);
}
