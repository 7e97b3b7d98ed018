import { StringTable } from '#cache/string-table.ts';
import type { InspectedFile } from './inspect-file.ts';

/** A file of the site and its stat, see `outputStat`. */
export type StattedFile = readonly [path: string, stat: string];

/** What was found in some files. Plain and small, to be sent from a worker. */
export interface InspectionReport {
  readonly strings: readonly string[];
  /** Of each file its facts, with numbers in place of strings (see `StringTable`), and what is wrong with it. */
  readonly files: ReadonlyArray<
    readonly [path: string, facts: unknown, faults: InspectedFile['faults']]
  >;
}

/** Files that have been inspected, or will be. */
export interface FilesInspection {
  /** Inspects a file that may still change, or be missing.
   * @param bytes what has been written into it just now */
  prefetch(path: string, bytes?: Buffer): void;
  /** What is in these files. One that has changed since it was inspected is inspected again. */
  report(files: readonly StattedFile[]): InspectionReport;
}

/** @param inspect see `fileInspector` */
export function inspectFiles(
  inspect: (path: string, bytes?: Buffer) => InspectedFile | undefined,
): FilesInspection {
  const strings = new StringTable();
  const inspected = new Map<
    string,
    { readonly stat: string; readonly row: InspectionReport['files'][number] }
  >();
  const prefetch = (path: string, bytes?: Buffer) => {
    const file = inspect(path, bytes);
    if (file)
      inspected.set(path, {
        stat: file.stat,
        row: [path, strings.index(file.facts), file.faults],
      });
  };
  return {
    prefetch,
    report(files) {
      for (const [path, stat] of files) if (inspected.get(path)?.stat !== stat) prefetch(path);
      return {
        files: files.flatMap(([path]) => {
          const found = inspected.get(path);
          return found ? [found.row] : [];
        }),
        strings: strings.all(),
      };
    },
  };
}
