import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#cache/list-files.ts';
import type { Site } from '#site/model.ts';
import { outputStat } from '#cache/file-stat.ts';
import type { FileInspector } from './file-inspector.ts';
import { makeOutput, type SiteOutput } from '#checks/readers/output.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { StattedFile } from './inspect-files.ts';
import type { CachedFile } from './check-cache.ts';

/** A finished site from its folder, and what is to be remembered of it. */
export interface ReadOutput {
  readonly output: SiteOutput;
  readonly seen: Map<string, CachedFile>;
  /** What was found in its files, with the names of the rules. */
  readonly faults: InspectedFile['faults'];
}

/**
 * Reads a finished site from its folder: of each file that has changed, once what is in it.
 * @param before what an earlier check has seen
 */
export async function readOutput(
  folder: string,
  site: Pick<Site, 'origin' | 'base'>,
  before: ReadonlyMap<string, CachedFile>,
  reading: FileInspector,
): Promise<ReadOutput> {
  const files = listFiles(folder).map((name): StattedFile => [
    `/${name}`,
    outputStat(join(folder, name))!,
  ]);
  const asBefore = (path: string, stamp: string) => {
    const file = before.get(path);
    return file?.stamp === stamp && file.clean === reading.basis ? file : undefined;
  };
  const read = await reading.finish(files.filter(([path, stamp]) => !asBefore(path, stamp)));
  const faults: Array<InspectedFile['faults'][number]> = [];
  const seen = new Map<string, CachedFile>();
  for (const [path, stamp] of files) {
    const known = asBefore(path, stamp);
    seen.set(path, known ?? read.get(path)!.seen);
    if (!known) faults.push(...read.get(path)!.faults);
  }
  const pages = [...seen.values()].flatMap(({ page }) => page ?? []);
  const feeds = new Map(
    [...seen].flatMap(([path, { feed }]) => (feed === undefined ? [] : [[path, feed]])),
  );
  const sizes = new Map([...seen].map(([path, { stamp }]) => [path, Number.parseInt(stamp, 10)]));
  return {
    output: makeOutput(
      { pages, feeds, files: sizes, text: (path) => readFileSync(join(folder, path), 'utf8') },
      site,
    ),
    seen,
    faults,
  };
}
