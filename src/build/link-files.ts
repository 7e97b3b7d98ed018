import { startWorker, type WorkerClient } from '#worker.ts';

/**
 * Links files into another folder in a worker, in parallel with other work. Both names share the same data, so a
 * published file may be replaced but must never be written into.
 */
export interface FileLinker {
  /** Both paths are absolute. An existing file at `to` stays. If the file system cannot link, the file is copied. */
  link(from: string, to: string): void;
  /**
   * Waits until all requested links are made.
   * @throws the error of the file system
   */
  done(): Promise<void>;
  /** Stops the work if it is still running. Always call it. */
  stop(): Promise<unknown>;
}

/** A message to the worker: pairs of paths. */
export type LinkJob = ReadonlyArray<readonly [from: string, to: string]>;

const inOnePiece = 200;

/** The worker is started with the first links. */
export function createFileLinker(): FileLinker {
  let thread: WorkerClient<LinkJob, void> | undefined;
  let [asked, last]: [Array<LinkJob[number]>, Promise<void> | undefined] = [[], undefined];
  const send = () => {
    thread ??= startWorker(new URL('./link-worker.ts', import.meta.url));
    last = thread.ask(asked);
    asked = [];
  };
  return {
    link(from, to) {
      asked.push([from, to]);
      if (asked.length === inOnePiece) send();
    },
    async done() {
      if (asked.length > 0) send();
      await last;
    },
    stop: async () => thread?.stop(),
  };
}
