import { join } from 'node:path';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { listFiles } from '#cache/list-files.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { BaseKeys } from './base-keys.ts';
import type { FileLinker } from './link-files.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import type { PreviousSite } from './previous-site.ts';
import type { OutputWriter } from './output-writer.ts';

/** A site being made from the one before it: what changed is made anew, the rest is handed on. */
export interface IncrementalBuild {
  readonly snapshot: Snapshot;
  readonly ground: BaseKeys;
  readonly previous: PreviousSite;
  /** Where the new site is being made, absolute. */
  readonly folder: string;
  /** What each file was made of, by its path from the site's root; filled by the work. */
  readonly states: Map<string, string>;
  /** The files that were handed on. */
  readonly kept: Set<string>;
  readonly linking: FileLinker;
  /** Answers used, found or recalled. */
  readonly answers: Map<string, string>;
  readonly files: OutputWriter;
}

export function beginIncremental({
  snapshot,
  ...rest
}: Pick<IncrementalBuild, 'snapshot' | 'ground' | 'previous' | 'folder' | 'linking'>): Omit<
  IncrementalBuild,
  'files'
> {
  const { ground, previous } = rest;
  const answers = new Map<string, string>();
  const recall: Snapshot['recall'] = (key, find) => {
    const answer =
      (previous.standsOn('documents', ground) ? previous.answers.get(key) : undefined) ?? find();
    answers.set(key, answer);
    return answer;
  };
  return {
    ...rest,
    snapshot: { ...snapshot, recall },
    states: new Map(),
    kept: new Set(),
    answers,
  };
}

/** Hands on a file of the site before, soon: see `Linking`.
 * @param as its path in the new site, where that differs */
export function reuse(
  {
    previous,
    folder,
    kept,
    linking,
  }: Pick<IncrementalBuild, 'previous' | 'folder' | 'kept' | 'linking'>,
  file: string,
  as = file,
): void {
  linking.link(previous.placeOf(file), join(folder, as));
  kept.add(as);
}

/** What is to be remembered of a site when it is finished.
 * @param seen its files, by their paths from its root, as the checks have found them
 * @param later names of files that have come since, if they are there */
export function manifestOf(
  {
    folder,
    ground,
    states,
    answers,
  }: Pick<IncrementalBuild, 'folder' | 'ground' | 'states' | 'answers'>,
  seen: ReadonlyMap<string, { readonly stamp: string }>,
  later: readonly string[],
): Manifest {
  const files = new Map<string, ManifestFile>();
  const add = (path: string, stamp: string | undefined) =>
    void (stamp !== undefined && files.set(path, { stamp, state: states.get(path) }));
  for (const [path, { stamp }] of seen) add(path, stamp);
  for (const path of later) add(path, outputStat(join(folder, path)));
  return { ground, files, answers };
}

/** Every file in a folder, as paths from there: `/kk/index.html`; none where there is no such folder. */
export function filesInFolder(folder: string): string[] {
  try {
    return listFiles(folder).map((file) => `/${file}`);
  } catch {
    return []; // No such folder.
  }
}
