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

// A lock is a file that names its holder. The holder writes into it every few seconds, so a recent modification time
// shows that the holder is alive. This also works between machines and PID namespaces, where a process number means
// nothing.

/** The error shown to the operator when another process holds the lock. */
export type HeldError = Extract<ErrorId, `${string}lock-held`>;

/** A lock that this process holds. */
export interface Lock {
  /**
   * Whether this process still holds the lock. If it was suspended for longer than `staleAfter`, another process may
   * have taken the lock over.
   */
  isHeld(): boolean;
  /** Releases the lock. Does nothing on the second call, or when another process has taken the lock over. */
  giveBack(): void;
}

/** How often the holder writes into the lock, in milliseconds. */
const beat = 5_000;
/** After this time without a write, the holder counts as dead; in milliseconds. */
export const staleAfter = 60_000;

/**
 * Runs work while this process holds a lock.
 * @param file of the lock, absolute
 * @param held the error to throw
 * @throws {UserError<HeldError>} `held`, when another process holds the lock
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
 * Takes a lock that only one process can hold at a time. An abandoned lock is taken over: at once if its holder ran in
 * this PID namespace and has ended, otherwise after `staleAfter` without a write.
 * @param file absolute; its folder is created
 * @param held the error to throw
 * @param every how often to write into the lock, in milliseconds
 * @throws {UserError<HeldError>} `held`, when another process holds the lock
 */
export function takeLock(file: string, held: HeldError, every = beat): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const own = holderOf(process.pid);
  for (;;) {
    const opened = create(file, own);
    if (opened !== undefined) return hold(file, own, opened, every);
    const found = read(file);
    if (!found) continue; // Released in the meantime.
    if (isAlive(found, presentAt(file))) throw new UserError(held, { pid: String(found.pid) });
    takeAway(file, found);
  }
}

/**
 * Creates the lock file.
 * @returns its file descriptor; undefined when the file exists
 */
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
  // In a worker, because the main thread may be busy for long. The worker writes into the open file, so it never
  // touches a lock of another process.
  const beating = new Worker(new URL('./lock-worker.ts', import.meta.url), {
    workerData: { opened, text: written(own), every } satisfies Beating,
  });
  beating.unref();
  beating.on('error', () => {}); // The disk cannot be written: the work itself will report it.
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

/** The data given to the worker. */
export interface Beating {
  /** File descriptor of the lock. */
  readonly opened: number;
  readonly text: string;
  /** In milliseconds. */
  readonly every: number;
}

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  /** When the process started, in kernel ticks since boot; empty if unknown. */
  readonly started: string;
  /** The machine and PID namespace in which `pid` is valid; empty if unknown. */
  readonly place: string;
  /** Unique for each lock. */
  readonly token: string;
}

interface Found extends Holder {
  /** Time of the last write, in milliseconds since 1970, by the clock of the file system. */
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
    opened = openSync(file, 'r'); // Opening makes NFS ask the server; `stat` may answer from a cache.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    // The file is empty if its holder was killed between creating and writing it.
    const [pid = '', started = '', place = '', token = ''] = readFileSync(opened, 'utf8').split(
      '\n',
    );
    return { pid: Number(pid) || 0, started, place, token, beatAt: fstatSync(opened).mtimeMs };
  } finally {
    closeSync(opened);
  }
}

/**
 * The current time by the clock of the file system, which may be that of another machine; in milliseconds since 1970.
 */
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

/** Deletes the lock of a dead process, unless a living process has taken it over in the meantime. */
function takeAway(file: string, dead: Found): void {
  const away = hiddenBeside(file);
  try {
    renameSync(file, away);
    // Put back the lock of the living process. If a third process was faster, the link fails, and the living one
    // notices by `isHeld`.
    if (read(away)?.token !== dead.token) linkSync(away, file);
  } catch (error) {
    // Another process was faster; the next round of `takeLock` shows which.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'EEXIST'].includes(code)) throw error;
  }
  rmSync(away, { force: true });
}

/** A unique hidden name next to a file. No command mistakes it for a file of the operator. */
function hiddenBeside(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomUUID()}`);
}

/**
 * Identifies this boot of the machine and the PID namespace (pid_namespaces(7)). On systems other than Linux there is
 * one namespace per machine.
 */
function thisPlace(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return ''; // A sandboxed service may not be able to read these. Then only silence shows that a holder is dead.
  }
}

/**
 * The start time of a process (proc_pid_stat(5), field 22). It distinguishes the process from a later one with the same
 * number.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name, in parentheses, may contain any characters, so look for the last parenthesis.
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
