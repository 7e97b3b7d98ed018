// A thread of its own: while pages are being made it writes and reads those that are finished.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkTexts } from '#checks/engine/check-texts.ts';
import { fileReader } from '#checks/engine/inspect-file.ts';
import { readFiles } from '#checks/engine/inspect-files.ts';
import {
  bytesOf,
  type SiteFilesAnswer,
  type SiteFilesQuestion,
  type SiteFilesTask,
} from './output-writer.ts';
import { writeNew } from '#cache/write-file.ts';

const { folder, basis } = workerData as SiteFilesTask;
const files = readFiles(fileReader(folder, basis));

function answer(question: SiteFilesQuestion): SiteFilesAnswer {
  if ('texts' in question) return checkTexts(question);
  if ('files' in question) return files.tell(question.files);
  if ('ahead' in question) for (const path of question.ahead) files.ahead(path);
  if ('write' in question)
    for (const { path, content } of question.write) writeAndRead(path, bytesOf(content));
  return undefined;
}

function writeAndRead(path: string, bytes: Buffer): void {
  writeNew(join(folder, path), bytes);
  files.ahead(path, bytes);
}

parentPort!.on('message', (question: SiteFilesQuestion) =>
  parentPort!.postMessage(answer(question)),
);
