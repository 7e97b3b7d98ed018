// A thread of its own: there is one for each core. Packing at once takes half the time of asking libuv's threads for each file.
import { compressFile } from './compress-file.ts';
import type { Packing } from './compress.ts';
import { parentThread } from '#worker.ts';

parentThread().once('message', (packings: readonly Packing[]) => {
  parentThread().postMessage(
    packings.reduce((written, { file, missing }) => written + compressFile(file, missing), 0),
  );
});
