// A thread of its own: while pages are being made it writes and reads those that are finished.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkTexts } from '#checks/engine/check-texts.ts';
import { fileInspector } from '#checks/engine/inspect-file.ts';
import { inspectFiles } from '#checks/engine/inspect-files.ts';
import {
  bytesOf,
  type OutputWorkerReply,
  type OutputWorkerMessage,
  type OutputWorkerTask,
} from './output-writer.ts';
import { writeNewFile } from '#cache/write-file.ts';

const { folder, basis } = workerData as OutputWorkerTask;
const files = inspectFiles(fileInspector(folder, basis));

function answer(question: OutputWorkerMessage): OutputWorkerReply {
  if ('texts' in question) return checkTexts(question);
  if ('files' in question) return files.tell(question.files);
  if ('ahead' in question) for (const path of question.ahead) files.ahead(path);
  if ('write' in question)
    for (const { path, content } of question.write) writeAndRead(path, bytesOf(content));
  return undefined;
}

function writeAndRead(path: string, bytes: Buffer): void {
  writeNewFile(join(folder, path), bytes);
  files.ahead(path, bytes);
}

parentPort!.on('message', (question: OutputWorkerMessage) =>
  parentPort!.postMessage(answer(question)),
);
