// There is one such worker per core. Compressing synchronously takes half the time of asking libuv's thread pool for
// each file.
import { compressFile } from './compress-file.ts';
import type { Packing } from './compress.ts';
import { parentThread } from '#worker.ts';

parentThread().once('message', (packings: readonly Packing[]) => {
  parentThread().postMessage(
    packings.reduce((written, { file, missing }) => written + compressFile(file, missing), 0),
  );
});
