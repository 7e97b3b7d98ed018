import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildCache } from '#cache/build-cache.ts';
import { outputStat } from '#cache/file-stat.ts';
import { listFiles } from '#cache/list-files.ts';
import { makeOutput, type SiteOutput } from '#checks/readers/output.ts';
import type { Site } from '#site/model.ts';
import { fileCheck, fileCheckKey, type FileFacts } from './check-cache.ts';
import type { FileInspector } from './file-inspector.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { StattedFile } from './inspect-files.ts';

/** A finished site, read from its folder. */
export interface ReadOutput {
  readonly output: SiteOutput;
  /** `outputStat` of every file, by its path from the site's root. */
  readonly stats: ReadonlyMap<string, string>;
  /** SHA-256 of the files that were read. Those that were known already are missing. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What was found in its files, with the names of the rules. */
  readonly faults: InspectedFile['faults'];
}

/**
 * Reads a finished site from its folder. A file is inspected again only if the file or the inputs of the rules have
 * changed.
 */
export async function readOutput(
  folder: string,
  site: Pick<Site, 'origin' | 'base'>,
  cache: BuildCache,
  inspector: FileInspector,
): Promise<ReadOutput> {
  const stats = new Map(
    listFiles(folder).flatMap((name) => {
      const stat = outputStat(join(folder, name));
      return stat === undefined ? [] : [[`/${name}`, stat]];
    }),
  );
  const facts = new Map<string, FileFacts>();
  const changed: StattedFile[] = [];
  for (const [path, stat] of stats) {
    const known = cache.get(fileCheck, path, fileCheckKey(stat, inspector.inputsKey));
    if (known) facts.set(path, known);
    else changed.push([path, stat]);
  }
  const inspected = await inspector.finish(changed);
  const faults: Array<InspectedFile['faults'][number]> = [];
  const hashes = new Map<string, string>();
  for (const [path, stat] of changed) {
    const file = inspected.get(path);
    if (!file) continue; // Deleted after it was listed.
    facts.set(path, file.facts);
    hashes.set(path, file.sha256);
    faults.push(...file.faults);
    if (file.faults.length === 0)
      cache.set(fileCheck, path, fileCheckKey(stat, inspector.inputsKey), file.facts);
  }
  // In the order of the paths, no matter which files came from the cache.
  const inOrder = [...stats.keys()].flatMap((path) => {
    const known = facts.get(path);
    return known ? [[path, known] as const] : [];
  });
  const pages = inOrder.flatMap(([, { page }]) => page ?? []);
  const feeds = new Map(
    inOrder.flatMap(([path, { feed }]) => (feed === undefined ? [] : [[path, feed]])),
  );
  const sizes = new Map([...stats].map(([path, stat]) => [path, Number.parseInt(stat, 10)]));
  return {
    output: makeOutput(
      { pages, feeds, files: sizes, text: (path) => readFileSync(join(folder, path), 'utf8') },
      site,
    ),
    stats,
    hashes,
    faults,
  };
}
