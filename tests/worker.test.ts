import { expect, onTestFinished, test } from 'vitest';
import { startWorker } from '#worker.ts';

function start(code: string, task?: unknown) {
  const thread = startWorker<unknown, unknown>(
    new URL(
      `data:text/javascript,import { parentPort, workerData } from 'node:worker_threads'; ${encodeURIComponent(code)}`,
    ),
    task,
  );
  onTestFinished(async () => void (await thread.stop()));
  return thread;
}

test('questions are answered in their order, with what is known from the beginning', async () => {
  const { ask } = start(
    'parentPort.on("message", (question) => parentPort.postMessage([workerData, question]));',
    'task',
  );
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([
    ['task', 1],
    ['task', 2],
    ['task', 3],
  ]);
});

test('what is given is no longer at hand', async () => {
  const { ask } = start(
    'parentPort.on("message", (bytes) => parentPort.postMessage(bytes.byteLength));',
  );
  const bytes = new ArrayBuffer(3);
  expect(await ask(bytes, [bytes])).toBe(3);
  expect(bytes.byteLength).toBe(0);
});

test('what goes wrong is told to all who wait, and to those who ask afterwards', async () => {
  const { ask } = start('parentPort.on("message", () => { throw new RangeError("too much") });');
  const [first, second] = [ask(1), ask(2)];
  await expect(first).rejects.toThrow('too much');
  await expect(second).rejects.toThrow('too much');
  await expect(ask(3)).rejects.toThrow('too much');
});

test('one that ends without an answer keeps nobody waiting', async () => {
  const { ask } = start('parentPort.once("message", () => {});');
  await expect(ask(1)).rejects.toThrow('ended');
});
