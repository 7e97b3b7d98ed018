import { startWorker } from '#worker.ts';

/**
 * Deletes a folder in a worker; a missing folder is no error. Deleting a site of ten thousand pages takes seconds, in
 * which the main thread can do other work.
 * @throws the error of the file system
 */
export function deleteFolder(folder: string): Promise<void> {
  return startWorker<string, void>(new URL('./delete-worker.ts', import.meta.url)).ask(folder);
}
