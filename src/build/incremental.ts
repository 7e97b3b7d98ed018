import { join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import type { FileResult } from '#cache/manifest.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { FileLinker } from './link-files.ts';
import type { OutputWriter } from './output-writer.ts';
import type { PreviousSite } from './previous-site.ts';

/** A site being built from the one before it: a file whose key has changed is made, every other is reused. */
export interface IncrementalBuild {
  readonly snapshot: Snapshot;
  /** See `pagesKey`. */
  readonly pagesKey: string;
  readonly previous: PreviousSite;
  /** Where the new site is being built, absolute. */
  readonly folder: string;
  /** The key of each file, by its path from the site's root; filled by the work. */
  readonly keys: Map<string, string>;
  /** The files that were reused. */
  readonly reused: Set<string>;
  readonly linker: FileLinker;
  readonly output: OutputWriter;
}

/** Reuses a file of the site before, soon: see `FileLinker`.
 * @param as its path in the new site, where that differs */
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

/** The files of a finished site, for its manifest.
 * @param stats `outputStat` of its files, as the checks have found them
 * @param later names of files that have come since, if they are there */
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
