import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Files being given a second name in another folder, beside other work: so what was published may be replaced, but never written into. */
export interface Linking {
  /** Both absolute. What lies there already stays; a disk that knows no such names gets a copy. */
  link(from: string, to: string): void;
  /** Waits until all that was asked for is done. @throws the error of the file system */
  done(): Promise<void>;
  /** Ends the work if it has not ended: to be called in any case. */
  stop(): Promise<unknown>;
}

/** What the thread is told: pairs of names, or to say when it has come so far. */
export type LinkMessage = ReadonlyArray<readonly [from: string, to: string]> | 'done?';

const inOnePiece = 200;

/** The thread is started when there is something to do. */
export function beginLinking(): Linking {
  let worker: Worker | undefined;
  let failed: Promise<never> | undefined;
  let asked: Array<readonly [string, string]> = [];
  const send = () => {
    if (!worker) {
      const started = (worker = new Worker(new URL('./link-thread.ts', import.meta.url)));
      failed = new Promise((_resolve, reject) => void started.once('error', reject));
      failed.catch(() => {}); // Told by `done`.
    }
    worker.postMessage(asked satisfies LinkMessage);
    asked = [];
  };
  return {
    link(from, to) {
      asked.push([from, to]);
      if (asked.length === inOnePiece) send();
    },
    async done() {
      if (asked.length > 0) send();
      if (!worker) return;
      worker.postMessage('done?' satisfies LinkMessage);
      await Promise.race([once(worker, 'message'), failed]);
    },
    stop: async () => worker?.terminate(),
  };
}
