import { join } from 'node:path';
import { type CheckedTexts, checkTexts, type TextTask } from '#checks/engine/check-texts.ts';
import {
  type FileInspector,
  inspectedFiles,
  inspectInline,
} from '#checks/engine/file-inspector.ts';
import type { RuleInputs } from '#checks/engine/inspect-file.ts';
import type { InspectionReport, StattedFile } from '#checks/engine/inspect-files.ts';
import { startWorker } from '#worker.ts';
import { writeNewFile } from '#cache/write-file.ts';

/** The files of a site in the making: written, and read for the checks. */
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
  /** Says that a file has been written, or will be soon: it may be read before it is asked for. */
  written(path: string): void;
  /** Looks at texts of the content, beside other work where there is another thread. */
  checkTexts(task: TextTask): Promise<CheckedTexts>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/** What the thread is given; travels by structured clone. */
export interface OutputWorkerTask {
  /** Of the site, absolute. */
  readonly folder: string;
  readonly basis: RuleInputs;
}

/** Texts to be checked; files to be written and read; files that may be read already; once, all that are to be known. Answered are the first and the last. */
export type OutputWorkerMessage =
  | TextTask
  | { readonly write: readonly NewFile[] }
  | { readonly ahead: readonly string[] }
  | { readonly files: readonly StattedFile[] };

export type OutputWorkerReply = CheckedTexts | InspectionReport | undefined;

export interface NewFile {
  readonly path: string;
  readonly content: string | ArrayBuffer;
}

/** How many files are told of before the first of them is read: by then it has been written. */
const inOnePiece = 100;

/** How many files are sent together, for each time the threads change places, or how many characters; and how often before an answer is waited for: some megabytes lie there. */
const [together, large, ahead] = [16, 1 << 20, 4];

/** Writes and reads in a thread of its own, which has a core and a heap to itself: what it writes it need not fetch from the disk again. */
export function outputWriterInWorker(folder: string, basis: RuleInputs): OutputWriter {
  const thread = startWorker<OutputWorkerMessage, OutputWorkerReply>(
    new URL('./output-worker.ts', import.meta.url),
    { folder, basis } satisfies OutputWorkerTask,
  );
  const sent: Array<Promise<unknown>> = [];
  let [made, size]: [NewFile[], number] = [[], 0];
  const send = () => {
    sent.push(
      thread.ask(
        { write: made },
        made.flatMap(({ content }) => (typeof content === 'string' ? [] : content)),
      ),
    );
    [made, size] = [[], 0];
  };
  let [before, now]: [string[], string[]] = [[], []];
  return {
    basis: basis.digest,
    async write(path, content) {
      made.push({ path, content });
      size += typeof content === 'string' ? content.length : content.byteLength;
      if (made.length === together || size > large) send();
      if (sent.length > ahead) await sent.shift();
    },
    written(path) {
      now.push(path);
      if (now.length < inOnePiece) return;
      void thread.ask({ ahead: before });
      [before, now] = [now, []];
    },
    async allWritten() {
      send();
      await Promise.all(sent);
    },
    async finish(files) {
      return inspectedFiles((await thread.ask({ files })) as InspectionReport);
    },
    checkTexts: (task) => thread.ask(task) as Promise<CheckedTexts>,
    stop: () => thread.stop(),
  };
}

/** Writes at once and reads when it is asked, in this thread: for few files. */
export function outputWriterInline(folder: string, basis: RuleInputs): OutputWriter {
  return {
    ...inspectInline(folder, basis),
    write: async (path, content) => writeNewFile(join(folder, path), bytesOf(content)),
    async allWritten() {},
    written() {},
    checkTexts: async (task) => checkTexts(task),
    stop: async () => {},
  };
}

/** The bytes that are to be written. Node takes either, but by two signatures. */
export function bytesOf(content: NewFile['content']): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}
