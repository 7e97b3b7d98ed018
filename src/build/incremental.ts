import { join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult } from '#cache/manifest.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { FileLinker } from './link-files.ts';
import type { OutputWriter } from './output-writer.ts';
import type { PreviousSite } from './previous-site.ts';

/** An incremental build: a file is made if its key has changed, and otherwise reused from the previous site. */
export interface IncrementalBuild {
  readonly snapshot: Snapshot;
  /** See `pagesKey`. */
  readonly pagesKey: string;
  readonly previous: PreviousSite;
  /** Where the new site is being built, absolute. */
  readonly folder: string;
  /** The key of each file, by its path from the root of the site. The parts of the build fill it. */
  readonly keys: Map<string, string>;
  /** The files that were reused. */
  readonly reused: Set<string>;
  readonly linker: FileLinker;
  readonly output: OutputWriter;
}

/**
 * Reuses a file of the previous site. The link is made later, in a worker: see `FileLinker`.
 * @param file its path from the root of the previous site
 * @param as its path in the new site, if that differs
 */
export function reuse(
  {
    previous,
    folder,
    reused,
    linker,
  }: Pick<IncrementalBuild, 'previous' | 'folder' | 'reused' | 'linker'>,
  file: string,
  as = file,
): void {
  linker.link(previous.pathOf(file), join(folder, as));
  reused.add(as);
}

/**
 * The files of a finished site, for its manifest.
 * @param stats the `outputStat` of each file, as found by the checks
 * @param later paths of files that may have been added after the checks
 */
export function fileResults(
  { folder, keys }: Pick<IncrementalBuild, 'folder' | 'keys'>,
  stats: ReadonlyMap<string, string>,
  later: readonly string[],
): Map<string, FileResult> {
  const files = new Map<string, FileResult>();
  for (const [path, stat] of stats) files.set(path, { stat, key: keys.get(path) });
  for (const path of later) {
    const stat = outputStat(join(folder, path));
    if (stat !== undefined) files.set(path, { stat, key: keys.get(path) });
  }
  return files;
}
