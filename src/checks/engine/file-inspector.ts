import { withStrings } from '#cache/string-table.ts';
import type { Rule } from '#checks/rule.ts';
import type { FileFacts } from './check-cache.ts';
import { fileInspector, type InspectedFile, type RuleInputs } from './inspect-file.ts';
import { inspectFiles, type InspectionReport, type StattedFile } from './inspect-files.ts';

/** Inspects the files of a site, in this process or in a worker. */
export interface FileInspector {
  /** `RuleInputs.key` of the rules that it runs. */
  readonly inputsKey: string;
  /** @returns what was found in these files, in their order. Call it once only. */
  finish(files: readonly StattedFile[]): Promise<ReadonlyMap<string, InspectionOfFile>>;
}

/** The facts of one file, the findings in it, and its hash. */
export type InspectionOfFile = Pick<InspectedFile, 'facts' | 'faults' | 'sha256'>;

/** Inspects on demand, in the calling thread. For a few files, or for rules other than `rules`. */
export function inspectInline(
  folder: string,
  inputs: RuleInputs,
  asked?: readonly Rule[],
): FileInspector {
  const files = inspectFiles(fileInspector(folder, inputs, asked));
  return {
    inputsKey: inputs.key,
    finish: async (wanted) => inspectionsOf(files.report(wanted)),
  };
}

/** The inspections in a report, by path. */
export function inspectionsOf({ strings, files }: InspectionReport): Map<string, InspectionOfFile> {
  return new Map(
    files.map(([path, facts, faults, sha256]) => [
      path,
      { facts: withStrings(strings, facts) as FileFacts, faults, sha256 },
    ]),
  );
}
