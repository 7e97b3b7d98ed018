import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli/jarshy.mjs', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly end: Promise<Ended>;
}

/** Starts one of our commands as npm does, given in English by a person who stands in the folder `from`. */
export function start(args: readonly string[], from = process.cwd()): Running {
  // Vitest's own variables would have Astro believe that it is being tested itself.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const child = spawn(process.execPath, [program, ...args, '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, INIT_CWD: from, NO_COLOR: '1' } });
  const end = Promise.all([new Promise<number | null>((exited) => child.once('close', exited)), text(child.stdout), text(child.stderr)]);
  return { process: child, end: end.then(([status, stdout, stderr]) => ({ status, stdout, stderr })) };
}

export function run(args: readonly string[], from?: string): Promise<Ended> {
  return start(args, from).end;
}
