// While pages are being rendered, this worker writes and inspects the finished ones.
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { writeNewFile } from '#cache/write-file.ts';
import { checkTexts } from '#checks/engine/check-texts.ts';
import { fileInspector } from '#checks/engine/inspect-file.ts';
import { inspectFiles } from '#checks/engine/inspect-files.ts';
import {
  bytesOf,
  type OutputWorkerReply,
  type OutputWorkerMessage,
  type OutputWorkerTask,
} from './output-writer.ts';
import { parentThread } from '#worker.ts';

const { folder, inputs } = workerData as OutputWorkerTask;
const inspection = inspectFiles(fileInspector(folder, inputs));

function answer(message: OutputWorkerMessage): OutputWorkerReply {
  if ('texts' in message) return checkTexts(message);
  if ('report' in message) return inspection.report(message.report);
  if ('prefetch' in message) for (const path of message.prefetch) inspection.prefetch(path);
  if ('write' in message)
    for (const { path, content } of message.write) writeAndInspect(path, bytesOf(content));
  return undefined;
}

function writeAndInspect(path: string, bytes: Buffer): void {
  writeNewFile(join(folder, path), bytes);
  inspection.prefetch(path, bytes);
}

parentThread().on('message', (message: OutputWorkerMessage) =>
  parentThread().postMessage(answer(message)),
);
