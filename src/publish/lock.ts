import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Somebody else is at work in the same place. */
export class LockHeld extends Error {
  override name = 'LockHeld';
  /** The process that holds the lock. */
  readonly pid: number;
  readonly file: string;

  constructor(file: string, pid: number) {
    super(`${file} is held by process ${pid}`);
    this.file = file;
    this.pid = pid;
  }
}

/**
 * Takes a lock that one process at a time can hold. A lock left behind by a process that no longer runs is taken over.
 * @returns a function that gives it back
 * @throws {LockHeld} when a running process holds it
 */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = holder(file);
    if (pid !== undefined && isRunning(pid)) throw new LockHeld(file, pid);
    rmSync(file, { force: true });
  }
}

function holder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined; // Given back in the meantime.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // It runs, under another user.
  }
}
