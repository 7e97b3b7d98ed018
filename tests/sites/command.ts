import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly end: Promise<Ended>;
}

/**
 * Starts one of our commands as npm does, for a person who uses English and has called npm in the folder `from`.
 * @param program the folder of the program, when it is a copy
 */
export function start(args: readonly string[], from = process.cwd(), program = ours): Running {
  // With Vitest's variables, Astro would take itself to be under test.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [join(program, 'src/cli/jarshy.mjs'), ...args, '--lang', 'en'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, INIT_CWD: from, NO_COLOR: '1' } },
  );
  const end = Promise.all([
    new Promise<number | null>((exited) => child.once('close', exited)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return {
    process: child,
    end: end.then(([status, stdout, stderr]) => ({ status, stdout, stderr })),
  };
}

export function run(args: readonly string[], from?: string, program?: string): Promise<Ended> {
  return start(args, from, program).end;
}
