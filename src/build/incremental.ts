import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputStat, sha256Of } from '#cache/file-stat.ts';
import type { FileResult } from '#cache/manifest.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { FileLinker } from './link-files.ts';
import type { OutputWriter } from './output-writer.ts';
import type { PreviousSite } from './previous-site.ts';
import { deleteFile } from './spare-site.ts';

/** An incremental build: a file is made if its key has changed, and otherwise reused from the previous site. */
export interface IncrementalBuild {
  readonly snapshot: Snapshot;
  /** See `pagesKey`. */
  readonly pagesKey: string;
  readonly previous: PreviousSite;
  /** Where the new site is being built, absolute. */
  readonly folder: string;
  /** Files of the previous site that are in this folder already: see `takeSpare`. */
  readonly inPlace: Set<string>;
  /** The key of each file, by its path from the root of the site. The parts of the build fill it. */
  readonly keys: Map<string, string>;
  /** The files that were reused. */
  readonly reused: Set<string>;
  readonly linker: FileLinker;
  readonly output: OutputWriter;
}

/**
 * Reuses a file of the previous site, unless it is in place. The link is made later, in a worker: see `FileLinker`.
 * @param file its path from the root of the previous site
 * @param as its path in the new site, if that differs
 */
export function reuse(
  {
    previous,
    folder,
    inPlace,
    reused,
    linker,
  }: Pick<IncrementalBuild, 'previous' | 'folder' | 'inPlace' | 'reused' | 'linker'>,
  file: string,
  as = file,
): void {
  reused.add(as);
  if (file === as && inPlace.has(file)) return;
  vacate({ folder, inPlace }, as);
  linker.link(previous.pathOf(file), join(folder, as));
}

/** Deletes a file that is in place, so that it can be made anew. */
export function vacate(
  { folder, inPlace }: Pick<IncrementalBuild, 'folder' | 'inPlace'>,
  file: string,
): void {
  if (inPlace.delete(file)) rmSync(join(folder, file), { force: true });
}

/** Deletes what is in place and belongs to no part of the new site. Call it when all its parts are made. */
export function deleteStaleFiles({
  folder,
  inPlace,
  keys,
}: Pick<IncrementalBuild, 'folder' | 'inPlace' | 'keys'>): void {
  for (const file of inPlace) {
    if (keys.has(file)) continue;
    deleteFile(folder, file);
    inPlace.delete(file);
  }
}

/**
 * The files of a finished site, for its manifest.
 * @param stats the `outputStat` of each file, as found by the checks
 * @param hashes of the files that were read for the checks
 * @param later paths of files that may have been added after the checks
 */
export function fileResults(
  { folder, keys, previous }: Pick<IncrementalBuild, 'folder' | 'keys' | 'previous'>,
  stats: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
  later: readonly string[],
): Map<string, FileResult> {
  const files = new Map<string, FileResult>();
  const add = (path: string, stat: string) => {
    // The hash of a file that is reused is that of the bytes that were once made, not of what a disk returns today.
    const sha256 =
      previous.sha256Of(path, stat) ?? hashes.get(path) ?? sha256Of(join(folder, path));
    files.set(path, { stat, sha256, key: keys.get(path) });
  };
  for (const [path, stat] of stats) add(path, stat);
  for (const path of later) {
    const stat = outputStat(join(folder, path));
    if (stat !== undefined) add(path, stat);
  }
  return files;
}
