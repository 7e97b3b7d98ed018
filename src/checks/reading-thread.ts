// A thread of its own: while pages are being made it reads those that are finished.
import { parentPort, workerData } from 'node:worker_threads';
import { fileReader } from './read-file.ts';
import { readFiles, type ReadingMessage, type ReadingTask } from './read-files.ts';

const { folder, basis } = workerData as ReadingTask;
const files = readFiles(fileReader(folder, basis));

parentPort!.on('message', (message: ReadingMessage) => {
  if ('ahead' in message) message.ahead.forEach(files.ahead);
  else parentPort!.postMessage(files.tell(message.files));
});
