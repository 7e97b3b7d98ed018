import { hash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absent, placeAt, writeWhole } from './whole-files.ts';

/** Finished files that are kept between builds, each with its checksum beside it. Builds may share them. */
export interface KeptFiles {
  /** Whether a file is there and is what was kept. A damaged one is noted, and has to be made again. */
  has(name: string): Promise<boolean>;
  /** Keeps a file, or replaces it. */
  keep(name: string, bytes: Buffer): Promise<void>;
  /** Puts a kept file into a site: see `placeAt`. */
  place(name: string, target: string): Promise<void>;
  pathOf(name: string): string;
  /** The names of the damaged files that were found, in order of name. */
  damaged(): string[];
}

/**
 * Opens a folder of kept files, and creates it if it is missing.
 * @param folder absolute
 */
export async function openKeptFiles(folder: string): Promise<KeptFiles> {
  await mkdir(folder, { recursive: true });
  const damaged = new Set<string>();
  const pathOf = (name: string) => join(folder, name);
  const sumOf = (name: string) => `${pathOf(name)}.sha256`;
  return {
    pathOf,
    async has(name) {
      const [bytes, sum] = await Promise.all([
        readFile(pathOf(name)).catch(absent),
        readFile(sumOf(name), 'utf8').catch(absent),
      ]);
      // Without a checksum it was not finished, or an older version of Jarshy kept it.
      if (bytes === undefined || sum === undefined) return false;
      if (hash('sha256', bytes) === sum) return true;
      damaged.add(name);
      return false;
    },
    async keep(name, bytes) {
      await writeWhole(pathOf(name), bytes);
      await writeWhole(sumOf(name), Buffer.from(hash('sha256', bytes)));
    },
    place: (name, target) => placeAt(target, pathOf(name)),
    damaged: () => [...damaged].sort(),
  };
}
