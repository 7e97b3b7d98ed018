import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { staleAfter, takeLock, whileHolding } from '#build/lock.ts';
import { UserError } from '#messages/user-error.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-lock-'));
  file = join(folder, 'publish.lock');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Takes the lock, and releases it after the test. */
function take(every?: number) {
  const lock = takeLock(file, 'publish-lock-held', every);
  onTestFinished(() => lock.giveBack());
  return lock;
}

/** The process id that a refusal names. */
function refusal(): string {
  try {
    take();
  } catch (error) {
    if (error instanceof UserError) return String(error.params.pid);
    throw error;
  }
  return expect.fail('the lock was given twice');
}

/** Writes a lock with this process id as another machine or another PID namespace would. */
function writeForeignLock(silentFor: number): void {
  writeFileSync(file, `${process.pid}\n1\nanother-boot pid:[1]\nanother-token`);
  const beatAt = (Date.now() - silentFor) / 1000;
  utimesSync(file, beatAt, beatAt);
}

test('one at a time can hold it; nothing is left of it', async () => {
  const lock = take();
  expect(refusal()).toBe(String(process.pid));
  lock.giveBack();
  expect(await whileHolding(file, 'publish-lock-held', async ({ isHeld }) => isHeld())).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that was killed is taken over at once', async () => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { takeLock } from ${JSON.stringify(import.meta.resolve('#build/lock.ts'))};
       takeLock(${JSON.stringify(file)}, 'publish-lock-held');
       console.log('held'); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  expect(refusal()).toBe(String(child.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(file)).toBe(true);
  expect(take().isHeld()).toBe(true);
});

test('of another machine or PID namespace, silence alone tells that it is dead', () => {
  writeForeignLock(staleAfter - 10_000);
  expect(refusal()).toBe(String(process.pid));
  writeForeignLock(staleAfter + 10_000);
  expect(take().isHeld()).toBe(true);
  expect(readdirSync(folder)).toEqual(['publish.lock']);
});

test('one that is empty belongs to somebody until it has been silent', () => {
  writeFileSync(file, '');
  expect(refusal()).toBe('0');
  utimesSync(file, 0, 0);
  expect(take().isHeld()).toBe(true);
});

test('the holder shows that it is alive, even while it is too busy for anything else', async () => {
  take(20);
  const text = readFileSync(file, 'utf8');
  // The worker has started when its first heartbeat arrives.
  const before = statSync(file).mtimeMs;
  await expect.poll(() => statSync(file).mtimeMs).toBeGreaterThan(before);
  const busyFrom = statSync(file).mtimeMs;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(statSync(file).mtimeMs).toBeGreaterThan(busyFrom + 200);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('who was stopped for too long notices that another has it, and leaves it alone', () => {
  const late = take(20);
  rmSync(file);
  writeForeignLock(0);
  expect(late.isHeld()).toBe(false);
  late.giveBack();
  expect(readFileSync(file, 'utf8')).toMatch(/another-token$/u);
});
