// A thread of its own: it shows that the holder of a lock is alive, however busy the main thread is.
import { fsyncSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Beating } from './lock.ts';

const { opened, text, every } = workerData as Beating;

// The same bytes again: the file system sets the modification time by its own clock.
setInterval(() => {
  writeSync(opened, text, 0);
  fsyncSync(opened);
}, every);
