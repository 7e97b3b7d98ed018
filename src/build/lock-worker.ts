// This worker shows that the holder of a lock is alive, even while the main thread is busy.
import { fsyncSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Beating } from './lock.ts';

const { opened, text, every } = workerData as Beating;

// Writing the same bytes again makes the file system set the modification time by its own clock.
setInterval(() => {
  writeSync(opened, text, 0);
  fsyncSync(opened);
}, every);
