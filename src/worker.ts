import { type MessagePort, parentPort, type Transferable, Worker } from 'node:worker_threads';

/** A worker that answers questions one after another. */
export interface WorkerClient<Question, Answer> {
  /**
   * @param given objects to transfer instead of copying; the caller can no longer use them
   * @returns the answer; the caller may leave it unawaited
   * @throws the error that stopped the worker, now or earlier
   */
  ask(question: Question, given?: readonly Transferable[]): Promise<Answer>;
  /** Terminates the worker, even in the middle of a task. */
  stop(): Promise<unknown>;
}

/**
 * Size of V8's young generation in MiB. By default, short-lived objects would pile up to several times as much memory
 * in each worker (bench/README.md).
 */
const youngest = 8;

/**
 * Starts a worker.
 * @param module of the worker; it must answer each question with exactly one message, in the order of the questions
 * @param task data for the worker from the start (`workerData`)
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
      // Without this, an answer that the caller does not await would be an unhandled rejection. A caller that awaits it
      // still gets the error.
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

/**
 * The port to the thread that started this worker.
 * @throws {Error} in the main thread
 */
export function parentThread(): MessagePort {
  if (!parentPort) throw new Error('there is no parent thread: this module runs in a worker');
  return parentPort;
}
