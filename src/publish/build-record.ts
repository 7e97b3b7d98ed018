import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './program.ts';

/** How the site in a folder was made: what its checks must know and the public need not. */
export interface BuildRecord {
  /** The moment as of which it was built. */
  readonly now: Date;
  readonly preview: boolean;
  /** The digest of the source of each picture, by the name of the output. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** @param out the folder of the site, absolute */
export function writeRecord(out: string, record: BuildRecord): void {
  const file = recordFile(out);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(record));
}

/** @returns undefined when the site was not built here, or its record was thrown away with the cache */
export function readRecord(out: string): BuildRecord | undefined {
  try {
    const { now, ...record } = JSON.parse(readFileSync(recordFile(out), 'utf8')) as BuildRecord;
    return { ...record, now: new Date(now) };
  } catch {
    return undefined; // None there, or cut short: both mean that nothing is known.
  }
}

/** Not in the site's own folder, which is all public, nor beside it, where nothing is ours. */
function recordFile(out: string): string {
  return join(cacheFolder, 'records', `${createHash('sha256').update(out).digest('hex').slice(0, 20)}.json`);
}
