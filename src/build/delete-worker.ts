import { rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort!.once('message', (folder: string) => {
  rmSync(folder, { recursive: true, force: true });
  parentPort!.postMessage(undefined);
});
