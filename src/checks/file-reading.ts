import { Worker } from 'node:worker_threads';
import { type FileBasis, fileReader, type ReadFile } from './read-file.ts';
import { type FilesTold, readFiles, type ReadingTask, type StampedFile } from './read-files.ts';
import type { Rule } from './rule.ts';
import type { SeenFile } from './seen.ts';
import { withTexts } from './shared-texts.ts';

/** The files of a site being read. */
export interface FileReading {
  /** `FileBasis.digest`: on what those stand who look at them. */
  readonly basis: string;
  /** Says that a file has been written, or will be soon: it may be read before it is asked for. */
  written(path: string): void;
  /** @returns what is in these files, in their order; to be called once */
  finish(files: readonly StampedFile[]): Promise<ReadonlyMap<string, ReadFile>>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/** Reads when it is asked, in this thread: for few files, and for rules that are not among `rules`. */
export function readHere(folder: string, basis: FileBasis, asked?: readonly Rule[]): FileReading {
  const files = readFiles(fileReader(folder, basis, asked));
  return { basis: basis.digest, written() {}, finish: async (wanted) => readFrom(files.tell(wanted)), stop: async () => {} };
}

/** How many files are told of before the first of them is read: by then it has been written. */
const inOnePiece = 100;

/** Reads in a thread of its own, which has a core and a heap to itself, beginning with what is said to be written. */
export function readInThread(folder: string, basis: FileBasis): FileReading {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData: { folder, basis } satisfies ReadingTask });
  const answer = new Promise<FilesTold>((resolve, reject) => worker.once('message', resolve).once('error', reject).once('exit', () => reject(new Error('The files were not read.'))));
  answer.catch(() => {}); // Told by `finish`, which may come later.
  let [before, now]: [string[], string[]] = [[], []];
  return {
    basis: basis.digest,
    written(path) {
      now.push(path);
      if (now.length < inOnePiece) return;
      worker.postMessage({ ahead: before });
      [before, now] = [now, []];
    },
    async finish(files) {
      worker.postMessage({ files });
      return readFrom(await answer);
    },
    stop: () => worker.terminate(),
  };
}

function readFrom({ texts, files }: FilesTold): Map<string, ReadFile> {
  return new Map(files.map(([path, seen, faults]) => [path, { seen: withTexts(texts, seen) as SeenFile, faults }]));
}
