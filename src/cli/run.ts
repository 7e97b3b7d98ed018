import { CannotPublish } from '#release/publish-error.ts';
import { LockHeld } from '#build/lock.ts';
import { CannotSend } from '#deliver/send/send-error.ts';
import { UnusableState } from '#history/unusable-state.ts';
import { Problems } from '#schema/problem.ts';
import { type Call, Refusal } from './command.ts';
import { type CommandName, commands, isCommand } from './commands.ts';
import { contentPrefix } from './folders.ts';
import { commandHelp, overview } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { editorLocale, problemsForMachines, reportProblems } from './terminal/problem-report.ts';
import { type Say, sayIn } from './messages/messages.ts';
import { wrap } from './terminal/wrap.ts';

/**
 * Runs a command as `npm run <command> -- <options>` gives it. Sets the exit status: 0 done as asked, 1 not done.
 * @param argv the name of the command, then its options
 */
export async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const locale = editorLocale(process.env, langFlag([name, ...args]));
  const say = sayIn(locale);
  try {
    if (isCommand(name)) await runCommand(name, args, { say, locale });
    else if (name === '' || name.startsWith('-')) console.log(overview(say));
    else
      throw new Refusal('unknown-command', {
        command: name,
        commands: Object.keys(commands).join(', '),
      });
  } catch (error) {
    process.exitCode = 1;
    const fault = inWords(error, say);
    const problems = error instanceof Problems ? error.problems : [];
    const report = { locale, prefix: contentPrefix };
    if (args.includes('--json'))
      console.log(
        JSON.stringify(
          fault === undefined
            ? { problems: problemsForMachines(problems, report) }
            : { refusal: fault },
          null,
          2,
        ),
      );
    else if (error instanceof Refusal && process.stderr.isTTY)
      console.error(wrap(fault!, 0).join('\n'));
    else console.error(fault ?? reportProblems(problems, report));
  }
}

async function runCommand(
  name: CommandName,
  written: readonly string[],
  person: Pick<Call, 'say' | 'locale'>,
): Promise<void> {
  const { values, args } = readArguments(written, commands[name], person.say);
  if (values.help) return console.log(commandHelp(name, person.say));
  const work = await commands[name].load();
  // npm runs scripts in the folder of package.json and says in INIT_CWD where the person stands.
  await work({ ...person, values, args, cwd: process.env.INIT_CWD ?? process.cwd() });
}

/** @returns undefined for problems with the content, which have a report of their own */
function inWords(error: unknown, say: Say): string | undefined {
  if (error instanceof Problems) return undefined;
  if (error instanceof LockHeld)
    return say(error.file.endsWith('publish.lock') ? 'publish-lock-held' : 'lock-held', {
      pid: String(error.pid),
    });
  if (error instanceof UnusableState)
    return say(`state-${error.reason}`, { place: error.place, detail: error.detail });
  if (error instanceof CannotPublish || error instanceof CannotSend) {
    const { reason, params } = error as CannotPublish | CannotSend;
    return say(reason, params);
  }
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return say('disk-full');
  if (error instanceof Refusal) return say(error.text, error.params);
  return say('unexpected', { detail: (error as Error).stack ?? String(error) });
}

/** Before the options are read: the language in which to say that they cannot be. */
function langFlag(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return index < 0
    ? undefined
    : args[index]!.includes('=')
      ? args[index]!.slice('--lang='.length)
      : args[index + 1];
}
