import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its child processes use at one moment. */
export interface Usage {
  /** Resident memory in bytes. A page that two processes share is counted twice. */
  readonly memory: number;
  /** Seconds of processor time since they started, including ended children. */
  readonly processor: number;
}

/**
 * The usage of a process and all its child processes.
 * @returns undefined where the system has no `/proc` (only Linux has it), or when the process has ended
 */
export function usageOfTree(pid: number): Usage | undefined {
  const own = usageOf(pid);
  if (!own) return undefined;
  const below = childrenOf(pid).flatMap((child) => usageOfTree(child) ?? []);
  return [own, ...below].reduce((sum, { memory, processor }) => ({
    memory: sum.memory + memory,
    processor: sum.processor + processor,
  }));
}

/**
 * Linux reports processor time to programs in hundredths of a second, whatever unit it uses itself (USER_HZ, `man 5
 * proc`).
 */
const ticksInSecond = 100;

function usageOf(pid: number): Usage | undefined {
  try {
    const kilobytes = Number(
      /^VmRSS:\s+(?<size>\d+) kB$/mu.exec(read(pid, 'status'))?.groups!.size ?? 0,
    );
    // The second field is the program's name in parentheses and may contain anything. The times are fields 14 to 17.
    const fields = read(pid, 'stat')
      .replace(/^.*\) /su, '')
      .split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { memory: kilobytes * 1024, processor: ticks / ticksInSecond };
  } catch {
    return undefined; // No such process, or no `/proc`.
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      read(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return []; // The process has ended in the meantime.
  }
}

function read(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
}
