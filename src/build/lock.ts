import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ErrorId, UserError } from '#messages/user-error.ts';

// A lock is a file that names its holder. The holder writes into it every few seconds, so that its modification time tells
// that the holder is alive: to processes on other machines and in other PID namespaces, too, where its number means nothing.

/** What the person is told when another process holds the lock. */
export type HeldError = Extract<ErrorId, `${string}lock-held`>;

/** A lock that this process holds. */
export interface Lock {
  /** Whether it is still ours. A process that was stopped for longer than `staleAfter` may have lost it to another. */
  isHeld(): boolean;
  /** Does nothing the second time, or when another has taken it over. */
  giveBack(): void;
}

/** How often the holder shows that it is alive, and after which silence it counts as dead; in milliseconds. */
const beat = 5_000;
export const staleAfter = 60_000;

/**
 * Does some work while holding a lock.
 * @throws {UserError<HeldError>} when another process holds it
 */
export async function whileHolding<Result>(
  file: string,
  held: HeldError,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const lock = takeLock(file, held);
  try {
    return await work(lock);
  } finally {
    lock.giveBack();
  }
}

/**
 * Takes a lock that one process at a time can hold. One that was left behind is taken over: at once when its holder ran in this
 * PID namespace and no longer does, else when it has been silent for `staleAfter`.
 * @param file absolute; its folder is made
 * @param every see `beat`
 * @throws {UserError<HeldError>} `held`, when another process holds it
 */
export function takeLock(file: string, held: HeldError, every = beat): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const own = holderOf(process.pid);
  for (;;) {
    const opened = create(file, own);
    if (opened !== undefined) return hold(file, own, opened, every);
    const found = read(file);
    if (!found) continue; // Given back in the meantime.
    if (isAlive(found, presentAt(file))) throw new UserError(held, { pid: String(found.pid) });
    takeAway(file, found);
  }
}

/** @returns the open lock; undefined when there is one already */
function create(file: string, own: Holder): number | undefined {
  try {
    const opened = openSync(file, 'wx');
    writeSync(opened, written(own), 0);
    fsyncSync(opened);
    return opened;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function hold(file: string, own: Holder, opened: number, every: number): Lock {
  // In a thread, because the main one may be busy for long. It writes into the open file: never into a lock of another.
  const beating = new Worker(new URL('./lock-worker.ts', import.meta.url), {
    workerData: { opened, text: written(own), every } satisfies Beating,
  });
  beating.unref();
  beating.on('error', () => {}); // The disk refuses to be written: the work itself will say so.
  const isHeld = () => read(file)?.token === own.token;
  let isGivenBack = false;
  return {
    isHeld,
    giveBack() {
      if (isGivenBack) return;
      isGivenBack = true;
      if (isHeld()) rmSync(file, { force: true });
      void beating.terminate().then(() => closeSync(opened));
    },
  };
}

/** What the thread is given. */
export interface Beating {
  /** Descriptor of the lock. */
  readonly opened: number;
  readonly text: string;
  /** In milliseconds. */
  readonly every: number;
}

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  /** When the process started, in the kernel's ticks since the machine did; empty where that is not known. */
  readonly started: string;
  /** The machine and the PID namespace in which the number means something; empty where they are not known. */
  readonly place: string;
  /** No two locks have the same. */
  readonly token: string;
}

interface Found extends Holder {
  /** In milliseconds since 1970, by the clock of the file system. */
  readonly beatAt: number;
}

function holderOf(pid: number): Holder {
  return { pid, started: startOf(pid), place: thisPlace(), token: randomUUID() };
}

function written({ pid, started, place, token }: Holder): string {
  return [pid, started, place, token].join('\n');
}

function read(file: string): Found | undefined {
  let opened: number;
  try {
    opened = openSync(file, 'r'); // Opening has NFS ask the server, `stat` may not.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    // Empty when its holder was killed between making and writing it.
    const [pid = '', started = '', place = '', token = ''] = readFileSync(opened, 'utf8').split(
      '\n',
    );
    return { pid: Number(pid) || 0, started, place, token, beatAt: fstatSync(opened).mtimeMs };
  } finally {
    closeSync(opened);
  }
}

/** The present by the clock of the file system, which may be that of another machine; in milliseconds since 1970. */
function presentAt(file: string): number {
  const probe = hiddenBeside(file);
  const opened = openSync(probe, 'wx');
  try {
    return fstatSync(opened).mtimeMs;
  } finally {
    closeSync(opened);
    rmSync(probe, { force: true });
  }
}

function isAlive({ pid, started, place, beatAt }: Found, now: number): boolean {
  if (place !== '' && place === thisPlace()) return isRunning(pid, started);
  return now - beatAt < staleAfter;
}

/** Takes a dead process's lock away, unless a living one has taken it over in the meantime. */
function takeAway(file: string, dead: Found): void {
  const away = hiddenBeside(file);
  try {
    renameSync(file, away);
    // The living one finds out by `isHeld` if a third was faster.
    if (read(away)?.token !== dead.token) linkSync(away, file);
  } catch (error) {
    // Another was faster; the next round shows who.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'EEXIST'].includes(code)) throw error;
  }
  rmSync(away, { force: true });
}

/** A name of our own that no command takes for something of the operator's. */
function hiddenBeside(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomUUID()}`);
}

/** The machine since its start, and the PID namespace (pid_namespaces(7)). Elsewhere than on Linux there is one per machine. */
function thisPlace(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return ''; // A service may not be shown either; then silence alone tells that a holder is dead.
  }
}

/** See proc_pid_stat(5), field 22; a process is told by it from a later one with the same number. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(pid: number, started: string): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false; // EPERM: it runs, under another user.
  }
  const now = startOf(pid);
  return started === '' || now === '' || started === now;
}
