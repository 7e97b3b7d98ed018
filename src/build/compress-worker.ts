// A thread of its own: there is one for each core. Packing at once takes half the time of asking libuv's threads for each file.
import { parentPort } from 'node:worker_threads';
import { compressFile } from './compress-file.ts';
import type { Packing } from './compress.ts';

parentPort!.once('message', (packings: readonly Packing[]) => {
  parentPort!.postMessage(
    packings.reduce((written, { file, missing }) => written + compressFile(file, missing), 0),
  );
});
