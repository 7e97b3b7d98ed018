import { join } from 'node:path';
import { type CheckedTexts, checkTexts, type TextTask } from '#checks/engine/check-texts.ts';
import { type FileInspector, inspectionsOf, inspectInline } from '#checks/engine/file-inspector.ts';
import type { RuleInputs } from '#checks/engine/inspect-file.ts';
import type { InspectionReport, StattedFile } from '#checks/engine/inspect-files.ts';
import { startWorker } from '#worker.ts';
import { writeNewFile } from '#cache/write-file.ts';

/** The files of a site being built: written, and inspected for the checks. */
export interface OutputWriter extends FileInspector {
  /**
   * Writes a file that is not there yet, at once or soon; its folder is made.
   * @param content text, or bytes that are given away: they can no longer be used
   * @returns when the next can be taken
   * @throws when this one, or one before, cannot be written
   */
  write(path: string, content: string | ArrayBuffer): Promise<void>;
  /** Waits until all these files are there.
   * @throws when one of them cannot be written */
  allWritten(): Promise<void>;
  /** Says that a file has been written, or will be soon: it may be inspected before it is asked for. */
  prefetch(path: string): void;
  /** Checks texts of the content, in parallel where there is a worker. */
  checkTexts(task: TextTask): Promise<CheckedTexts>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/** What the worker is given; it travels by structured clone. */
export interface OutputWorkerTask {
  /** Of the site, absolute. */
  readonly folder: string;
  readonly inputs: RuleInputs;
}

/** Messages to the worker: check texts, write files, prefetch files, report on all files. Only the first and the last are answered. */
export type OutputWorkerMessage =
  | TextTask
  | { readonly write: readonly NewFile[] }
  | { readonly prefetch: readonly string[] }
  | { readonly report: readonly StattedFile[] };

export type OutputWorkerReply = CheckedTexts | InspectionReport | undefined;

export interface NewFile {
  readonly path: string;
  readonly content: string | ArrayBuffer;
}

/** How many files are announced before the first of them is inspected: by then it has been written. */
const prefetchBatch = 100;

/** Batch size in files and in characters, and how many batches may be in flight: a few megabytes. */
const [batchFiles, batchSize, inFlight] = [16, 1 << 20, 4];

/** Writes and inspects in a worker, which has a core and a heap to itself: it inspects what it writes without reading it again. */
export function outputWriterInWorker(folder: string, inputs: RuleInputs): OutputWriter {
  const worker = startWorker<OutputWorkerMessage, OutputWorkerReply>(
    new URL('./output-worker.ts', import.meta.url),
    { folder, inputs } satisfies OutputWorkerTask,
  );
  const sent: Array<Promise<unknown>> = [];
  let [made, size]: [NewFile[], number] = [[], 0];
  const send = () => {
    sent.push(
      worker.ask(
        { write: made },
        made.flatMap(({ content }) => (typeof content === 'string' ? [] : content)),
      ),
    );
    [made, size] = [[], 0];
  };
  let [before, now]: [string[], string[]] = [[], []];
  return {
    inputsKey: inputs.key,
    async write(path, content) {
      made.push({ path, content });
      size += typeof content === 'string' ? content.length : content.byteLength;
      if (made.length === batchFiles || size > batchSize) send();
      if (sent.length > inFlight) await sent.shift();
    },
    prefetch(path) {
      now.push(path);
      if (now.length < prefetchBatch) return;
      void worker.ask({ prefetch: before });
      [before, now] = [now, []];
    },
    async allWritten() {
      send();
      await Promise.all(sent);
    },
    async finish(files) {
      return inspectionsOf((await worker.ask({ report: files })) as InspectionReport);
    },
    checkTexts: (task) => worker.ask(task) as Promise<CheckedTexts>,
    stop: () => worker.stop(),
  };
}

/** Writes at once and inspects when it is asked, in this thread: for few files. */
export function outputWriterInline(folder: string, inputs: RuleInputs): OutputWriter {
  return {
    ...inspectInline(folder, inputs),
    write: async (path, content) => writeNewFile(join(folder, path), bytesOf(content)),
    async allWritten() {},
    prefetch() {},
    checkTexts: async (task) => checkTexts(task),
    stop: async () => {},
  };
}

/** The bytes that are to be written. Node takes either, but by two signatures. */
export function bytesOf(content: NewFile['content']): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}
