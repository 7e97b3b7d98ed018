import { Worker } from 'node:worker_threads';

/** Erases a folder, if there is one, in a thread of its own: that of a site of ten thousand pages takes seconds, in which other work can be done.
 * @throws the error of the file system */
export function erase(folder: string): Promise<void> {
  const thread = new Worker(new URL('./erase-thread.ts', import.meta.url), { workerData: folder });
  return new Promise((resolve, reject) => thread.once('error', reject).once('exit', () => resolve()));
}
