import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ErrorId, UserError } from '#messages/user-error.ts';

/** What the person is told when another process holds the lock. */
export type HeldError = Extract<ErrorId, `${string}lock-held`>;

/** Does some work while holding a lock.
 * @throws {UserError<HeldError>} when a running process holds it */
export async function whileHolding<Result>(
  file: string,
  held: HeldError,
  work: () => Promise<Result>,
): Promise<Result> {
  const giveBack = takeLock(file, held);
  try {
    return await work();
  } finally {
    giveBack();
  }
}

/**
 * Takes a lock that one process at a time can hold. A lock left behind by a process that no longer runs is taken over.
 * @returns a function that gives it back
 * @throws {UserError<HeldError>} `held`, when a running process holds it
 */
export function takeLock(file: string, held: HeldError): () => void {
  mkdirSync(dirname(file), { recursive: true });
  // Written aside and linked, so that nobody ever sees a lock without its holder.
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, holderOf(process.pid));
    for (;;) {
      try {
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(file);
      if (holder !== undefined && isRunning(holder))
        throw new UserError(held, { pid: String(pidIn(holder)) });
      if (holder !== undefined) takeAway(file, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes a dead process's lock away, unless a living one has taken it over in the meantime. */
function takeAway(file: string, dead: string): void {
  const away = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, away);
    if (read(away) !== dead) linkSync(away, file);
  } catch {
    // Somebody else was faster; the next round shows who.
  }
  rmSync(away, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Given back in the meantime.
  }
}

/** A process, told apart from a later one with the same number: in containers each gets the same. */
function holderOf(pid: number): string {
  return `${pid} ${startOf(pid)}`.trim();
}

function pidIn(holder: string): number {
  const pid = Number(holder.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : 0;
}

/** When a process started, in the kernel's ticks since the machine did (proc_pid_stat(5), field 22); unknown elsewhere than on Linux. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program, in brackets, may hold anything.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isRunning(holder: string): boolean {
  const pid = pidIn(holder);
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false; // EPERM: it runs, under another user.
  }
  const [, started = ''] = holder.split(' ');
  return started === '' || started === startOf(pid);
}
