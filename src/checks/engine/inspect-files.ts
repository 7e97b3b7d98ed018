import { StringTable } from '#cache/string-table.ts';
import type { InspectedFile } from './inspect-file.ts';

/** A file of the site and its stat (see `outputStat`). */
export type StattedFile = readonly [path: string, stat: string];

/** What was found in some files. Plain and small, so that a worker can send it. */
export interface InspectionReport {
  readonly strings: readonly string[];
  /**
   * For each file, its facts with numbers in place of strings (see `StringTable`), the findings in it, and its hash.
   */
  readonly files: ReadonlyArray<
    readonly [path: string, facts: unknown, faults: InspectedFile['faults'], sha256: string]
  >;
}

/** Inspects files ahead of time and reports the results. */
export interface FilesInspection {
  /**
   * Inspects a file that may still change, or may not exist.
   * @param bytes the content that was just written to it, if known
   */
  prefetch(path: string, bytes?: Buffer): void;
  /** Reports on these files. A file that has changed since its inspection is inspected again. */
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
        row: [path, strings.index(file.facts), file.faults, file.sha256],
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
