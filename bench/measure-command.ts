import { spawn } from 'node:child_process';
import { usageOfTree } from './process-tree.ts';

/** The time and memory that a command took. */
export interface Took {
  readonly seconds: number;
  /**
   * Processor time in seconds, of the command and all its child processes; undefined where the system does not report
   * it.
   */
  readonly processor: number | undefined;
  /** The peak of their memory together, in bytes; undefined where the system does not report it. */
  readonly peak: number | undefined;
}

/** Milliseconds between two samples. */
const interval = 25;

/**
 * Runs a command and samples the usage of it and all its child processes.
 * @throws {Error} when it fails, with the end of its output
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<Took> {
  const started = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = `${said}${part.toString()}`.slice(-2000)));
  let [processor, peak]: Array<number | undefined> = [];
  const timer = setInterval(() => {
    const usage = usageOfTree(child.pid!);
    if (!usage || usage.memory === 0) return; // It has ended, but its exit has not been reported yet.
    processor = usage.processor;
    peak = Math.max(peak ?? 0, usage.memory);
  }, interval);
  try {
    const status = await new Promise((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    if (status !== 0) throw new Error(`${command} ended with status ${String(status)}.\n${said}`);
    return { seconds: (performance.now() - started) / 1000, processor, peak };
  } finally {
    clearInterval(timer);
  }
}
