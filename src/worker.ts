import { type MessagePort, parentPort, type Transferable, Worker } from 'node:worker_threads';

/** A thread of its own that answers one question after another. */
export interface WorkerClient<Question, Answer> {
  /**
   * @param given what is handed over instead of copied: the asker can no longer use it
   * @returns the answer; it need not be awaited
   * @throws what has gone wrong in the thread, now or before
   */
  ask(question: Question, given?: readonly Transferable[]): Promise<Answer>;
  /** Ends it, whatever it does. */
  stop(): Promise<unknown>;
}

/** In MiB. V8 would let what is used for a moment pile up to several times as much in each thread (bench/README.md). */
const youngest = 8;

/**
 * @param module of the thread: it listens to questions, and answers each with one message, in their order
 * @param task what it knows from the beginning
 */
export function startWorker<Question, Answer>(
  module: URL,
  task?: unknown,
): WorkerClient<Question, Answer> {
  const worker = new Worker(module, {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: youngest },
  });
  const asked: Array<PromiseWithResolvers<Answer>> = [];
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of asked.splice(0)) reject(failure);
  };
  worker
    .on('message', (answer: Answer) => asked.shift()?.resolve(answer))
    .on('error', fail)
    .on('exit', () => fail(new Error(`${module.pathname} ended before it had answered.`)));
  return {
    ask(question, given = []) {
      const answer = Promise.withResolvers<Answer>();
      // Whoever awaits it is told; others may do so later, or have learned it from an earlier answer.
      answer.promise.catch(() => {});
      if (failure) answer.reject(failure);
      else {
        asked.push(answer);
        worker.postMessage(question, given);
      }
      return answer.promise;
    },
    stop: () => worker.terminate(),
  };
}

/** The thread that started this one.
 * @throws {Error} in the main thread */
export function parentThread(): MessagePort {
  if (!parentPort) throw new Error('there is no parent thread: this module runs in a worker');
  return parentPort;
}
