import type { InspectedFile } from './inspect-file.ts';
import { StringTable } from '#cache/string-table.ts';

/** A file and its stamp, see `stampOf`. */
export type StattedFile = readonly [path: string, stamp: string];

/** What is in some files; plain and small, to be sent to another thread. */
export interface InspectionReport {
  readonly texts: readonly string[];
  /** Each with what has been seen of it, see `TextIndex`. */
  readonly files: ReadonlyArray<
    readonly [path: string, seen: unknown, faults: InspectedFile['faults']]
  >;
}

/** Files that have been read, or will be. */
export interface InspectedFiles {
  /** Reads a file that may change or be missing still.
   * @param bytes what has been written into it just now */
  ahead(path: string, bytes?: Buffer): void;
  /** What is in these files. Those that have changed since they were read are read again. */
  tell(files: readonly StattedFile[]): InspectionReport;
}

/** @param read see `fileReader` */
export function inspectFiles(
  read: (path: string, bytes?: Buffer) => InspectedFile | undefined,
): InspectedFiles {
  const texts = new StringTable();
  const known = new Map<
    string,
    { readonly stamp: string; readonly told: InspectionReport['files'][number] }
  >();
  const take = (path: string, bytes?: Buffer) => {
    const file = read(path, bytes);
    if (file)
      known.set(path, {
        stamp: file.seen.stamp,
        told: [path, texts.index(file.seen), file.faults],
      });
  };
  return {
    ahead: take,
    tell(wanted) {
      for (const [path, stamp] of wanted) if (known.get(path)?.stamp !== stamp) take(path);
      return { files: wanted.map(([path]) => known.get(path)!.told), texts: texts.known() };
    },
  };
}
