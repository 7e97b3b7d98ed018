import { type RuleInputs, fileInspector, type InspectedFile } from './inspect-file.ts';
import { type InspectionReport, inspectFiles, type StattedFile } from './inspect-files.ts';
import type { Rule } from '#checks/rule.ts';
import type { CachedFile } from './check-cache.ts';
import { withStrings } from '#cache/string-table.ts';

/** The files of a site being read, wherever that is done. */
export interface FileInspector {
  /** `FileBasis.digest`: on what those stand who look at them. */
  readonly basis: string;
  /** @returns what is in these files, in their order; to be called once */
  finish(files: readonly StattedFile[]): Promise<ReadonlyMap<string, InspectedFile>>;
}

/** Reads when it is asked, in this thread: for few files, and for rules that are not among `rules`. */
export function inspectInline(
  folder: string,
  basis: RuleInputs,
  asked?: readonly Rule[],
): FileInspector {
  const files = inspectFiles(fileInspector(folder, basis, asked));
  return { basis: basis.digest, finish: async (wanted) => inspectedFiles(files.tell(wanted)) };
}

/** What has been told of files, by their paths. */
export function inspectedFiles({ texts, files }: InspectionReport): Map<string, InspectedFile> {
  return new Map(
    files.map(([path, seen, faults]) => [
      path,
      { seen: withStrings(texts, seen) as CachedFile, faults },
    ]),
  );
}
