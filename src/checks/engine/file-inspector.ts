import { type FileBasis, fileReader, type ReadFile } from './inspect-file.ts';
import { type FilesTold, readFiles, type StampedFile } from './inspect-files.ts';
import type { Rule } from '#checks/rule.ts';
import type { SeenFile } from './check-cache.ts';
import { withTexts } from '#cache/string-table.ts';

/** The files of a site being read, wherever that is done. */
export interface FileReading {
  /** `FileBasis.digest`: on what those stand who look at them. */
  readonly basis: string;
  /** @returns what is in these files, in their order; to be called once */
  finish(files: readonly StampedFile[]): Promise<ReadonlyMap<string, ReadFile>>;
}

/** Reads when it is asked, in this thread: for few files, and for rules that are not among `rules`. */
export function readHere(folder: string, basis: FileBasis, asked?: readonly Rule[]): FileReading {
  const files = readFiles(fileReader(folder, basis, asked));
  return { basis: basis.digest, finish: async (wanted) => readFrom(files.tell(wanted)) };
}

/** What has been told of files, by their paths. */
export function readFrom({ texts, files }: FilesTold): Map<string, ReadFile> {
  return new Map(
    files.map(([path, seen, faults]) => [
      path,
      { seen: withTexts(texts, seen) as SeenFile, faults },
    ]),
  );
}
