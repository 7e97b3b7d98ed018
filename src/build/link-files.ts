import { startWorker, type WorkerClient } from '#worker.ts';

/** Files being given a second name in another folder, beside other work: so what was published may be replaced, but never written into. */
export interface FileLinker {
  /** Both absolute. What lies there already stays; a disk that knows no such names gets a copy. */
  link(from: string, to: string): void;
  /** Waits until all that was asked for is done. @throws the error of the file system */
  done(): Promise<void>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/** What the thread is given: pairs of names. */
export type LinkJob = ReadonlyArray<readonly [from: string, to: string]>;

const inOnePiece = 200;

/** The thread is started when there is something to do. */
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
