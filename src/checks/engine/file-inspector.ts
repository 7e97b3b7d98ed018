import { withStrings } from '#cache/string-table.ts';
import type { Rule } from '#checks/rule.ts';
import type { FileFacts } from './check-cache.ts';
import { fileInspector, type InspectedFile, type RuleInputs } from './inspect-file.ts';
import { inspectFiles, type InspectionReport, type StattedFile } from './inspect-files.ts';

/** The files of a site being inspected, wherever that is done. */
export interface FileInspector {
  /** `RuleInputs.key` of the rules that inspect. */
  readonly inputsKey: string;
  /** @returns what is in these files, in their order; to be called once */
  finish(files: readonly StattedFile[]): Promise<ReadonlyMap<string, InspectionOfFile>>;
}

export type InspectionOfFile = Pick<InspectedFile, 'facts' | 'faults'>;

/** Inspects when it is asked, in this thread: for few files, and for rules other than `rules`. */
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

/** What a report says of files, by their paths. */
export function inspectionsOf({ strings, files }: InspectionReport): Map<string, InspectionOfFile> {
  return new Map(
    files.map(([path, facts, faults]) => [
      path,
      { facts: withStrings(strings, facts) as FileFacts, faults },
    ]),
  );
}
