import { readEntry, writeEntry } from '#cache/store.ts';

/** How the site in a folder was made: what its checks must know and the public need not. */
export interface BuildRecord {
  /** The moment as of which it was built. */
  readonly now: Date;
  readonly preview: boolean;
  /** The digest of the source of each picture, by the name of the output. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Raised whenever a record means something else than before. */
const format = '1';

/** @param out the folder of the site, absolute */
export function writeRecord(out: string, record: BuildRecord): Promise<void> {
  return writeEntry(out, 'built', format, JSON.stringify(record));
}

/** @returns undefined when the site was not built here, or its record was thrown away with the cache */
export function readRecord(out: string): BuildRecord | undefined {
  const text = readEntry(out, 'built', format);
  if (text === undefined) return undefined;
  const { now, ...record } = JSON.parse(text) as BuildRecord;
  return { ...record, now: new Date(now) };
}
