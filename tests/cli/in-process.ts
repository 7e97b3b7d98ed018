import { onTestFinished, vi } from 'vitest';
import { isCommand, loadCommand } from '#cli/commands.ts';
import { helpIn } from '#cli/help-texts.ts';
import { readCall } from '#cli/read-arguments.ts';
import { reportProblems } from '#cli/terminal/problem-report.ts';
import { errorSentence, sayIn } from '#messages/messages.ts';
import { Problems } from '#schema/problem.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * A command given in English by a person who stands in a folder, without a process of its own: many cases in little time.
 * @returns the exit status and all that was said
 */
export async function give(
  from: string,
  name: string,
  ...written: string[]
): Promise<{ status: number; said: string }> {
  if (!isCommand(name)) throw new Error(`There is no command ${name}`);
  const say = sayIn('en');
  const said: string[] = [];
  const spies = (['log', 'error'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((text: unknown) => void said.push(String(text))),
  );
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    const { values, args } = readCall(written, name, helpIn('en'));
    await (
      await loadCommand(name)
    )({ values, args, say, locale: 'en', cwd: from });
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UserError) said.push(errorSentence('en', error));
    else if (error instanceof Problems)
      said.push(reportProblems(error.problems, { locale: 'en', prefix: '' }));
    else throw error;
  }
  const status = Number(process.exitCode);
  process.exitCode = before;
  return { status, said: said.join('\n').trim() };
}
