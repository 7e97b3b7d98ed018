import { join } from 'node:path';
import { type CheckedTexts, checkTexts, type TextTask } from '#checks/engine/check-texts.ts';
import { type FileInspector, inspectionsOf, inspectInline } from '#checks/engine/file-inspector.ts';
import type { RuleInputs } from '#checks/engine/inspect-file.ts';
import type { InspectionReport, StattedFile } from '#checks/engine/inspect-files.ts';
import { startWorker } from '#worker.ts';
import { writeNewFile } from '#cache/write-file.ts';

/** Writes the files of a site, and inspects them for the checks. */
export interface OutputWriter extends FileInspector {
  /**
   * Writes a new file, at once or soon, and creates its folder.
   * @param content text, or bytes that are transferred: the caller can no longer use them
   * @returns a promise that resolves when the next file can be taken
   * @throws when this file, or an earlier one, cannot be written
   */
  write(path: string, content: string | ArrayBuffer): Promise<void>;
  /**
   * Waits until all these files are written.
   * @throws when one of them cannot be written
   */
  allWritten(): Promise<void>;
  /** Announces that a file is written, or soon will be, so that it can be inspected before its report is needed. */
  prefetch(path: string): void;
  /** Checks texts of the content, in parallel if there is a worker. */
  checkTexts(task: TextTask): Promise<CheckedTexts>;
  /** Stops the work if it is still running. Always call it. */
  stop(): Promise<unknown>;
}

/** The data given to the worker, by structured clone. */
export interface OutputWorkerTask {
  /** The folder of the site, absolute. */
  readonly folder: string;
  readonly inputs: RuleInputs;
}

/**
 * A message to the worker: check texts, write files, prefetch files, or report on all files. Only the first and the
 * last have an answer; the others are just acknowledged.
 */
export type OutputWorkerMessage =
  | TextTask
  | { readonly write: readonly NewFile[] }
  | { readonly prefetch: readonly string[] }
  | { readonly report: readonly StattedFile[] };

/** The reply of the worker to a message; undefined for those without an answer. */
export type OutputWorkerReply = CheckedTexts | InspectionReport | undefined;

/** A file to write: its path from the root of the site, and its content. */
export interface NewFile {
  readonly path: string;
  readonly content: string | ArrayBuffer;
}

/** Files are prefetched in batches of this size, each batch one behind: by then its files have been written. */
const prefetchBatch = 100;

/** Batch size in files and in characters, and the maximum number of batches in flight: a few megabytes in all. */
const [batchFiles, batchSize, inFlight] = [16, 1 << 20, 4];

/**
 * Writes and inspects in a worker, which uses another core and heap. It inspects what it writes without reading it from
 * the disk again.
 */
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

/** Writes at once, and inspects when asked, in the current thread: cheaper for few files. */
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

/**
 * The bytes to write. The two branches look alike, but TypeScript needs them: `Buffer.from` has a separate overload for
 * each type.
 */
export function bytesOf(content: NewFile['content']): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}
