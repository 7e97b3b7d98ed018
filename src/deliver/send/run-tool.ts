import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { UserError } from '#messages/user-error.ts';

export interface ToolCall {
  /** What the program reads from its standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Statuses, besides 0, that are an answer and no failure. */
  readonly answers?: readonly number[];
}

/** Runs a program to its end. @throws {UserError} when it is not there, or fails */
export type RunTool = (
  program: string,
  args: readonly string[],
  call?: ToolCall,
) => Promise<{ readonly status: number; readonly output: string }>;

/** How much of what a failing program said is told: its last lines, in characters. */
const told = 2000;

export const runTool: RunTool = async (
  program,
  args,
  { input = '', env = {}, answers = [] } = {},
) => {
  const child = spawn(program, args, {
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: 'pipe',
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  child.stdin.on('error', () => {}); // It ended before it had read everything: its status says why.
  child.stdin.end(input);
  try {
    const [status, output, complaint] = await Promise.all([
      ended,
      text(child.stdout),
      text(child.stderr),
    ]);
    if (status !== 0 && !answers.includes(status))
      throw new UserError('send-failed', {
        tool: program,
        detail: withoutSecrets(complaint.trim().slice(-told)) || `${program}: ${status}`,
      });
    return { status, output };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError('send-no-tool', { tool: program });
    throw error;
  }
};

/** Programs repeat addresses, and an address may hold a name and a password. */
export function withoutSecrets(said: string): string {
  return said.replaceAll(/(?<=\w:\/\/)[^\s/@]+(?=@)/gu, '…');
}
