import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { UserError } from '#messages/user-error.ts';

/** Options for running a program. */
export interface ToolCall {
  /** What the program reads from its standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit statuses other than 0 that are an answer and not a failure. */
  readonly answers?: readonly number[];
}

/**
 * Runs a program to its end.
 * @throws {UserError} if the program is not installed or fails
 */
export type RunTool = (
  program: string,
  args: readonly string[],
  call?: ToolCall,
) => Promise<{ readonly status: number; readonly output: string }>;

/** How many characters of a failing program's error output are shown: its end. */
const told = 2000;

/** Runs a program of this machine. Its locale is C. */
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
  child.stdin.on('error', () => {}); // The program ended before it had read all its input. Its exit status says why.
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

/** Hides credentials: programs repeat addresses, and an address may contain a name and a password. */
export function withoutSecrets(said: string): string {
  return said.replaceAll(/(?<=\w:\/\/)[^\s/@]+(?=@)/gu, '…');
}
