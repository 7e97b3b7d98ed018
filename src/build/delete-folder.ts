import { startWorker } from '#worker.ts';

/** Erases a folder, if there is one, in a thread of its own: that of a site of ten thousand pages takes seconds, in which other work can be done.
 * @throws the error of the file system */
export function deleteFolder(folder: string): Promise<void> {
  return startWorker<string, void>(new URL('./delete-worker.ts', import.meta.url)).ask(folder);
}
