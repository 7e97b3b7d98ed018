import { parseArgs } from 'node:util';
import { LockHeld } from '#publish/lock.ts';
import { Problems } from '#schema/problem.ts';
import { build } from './build.ts';
import { type Call, type Command, type OptionName, options, Refusal } from './command.ts';
import { contentPrefix } from './folders.ts';
import { dev } from './dev.ts';
import { editorLocale, reportProblems } from './report.ts';
import { start } from './start.ts';
import { sayIn } from './texts.ts';

const commands: Readonly<Record<string, Command>> = { build, start, dev };

/**
 * Runs a command as `npm run <command> -- <options>` gives it. Sets the exit status: 0 done as asked, 1 not done.
 * @param argv the name of the command, then its options
 */
export async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const locale = editorLocale(process.env, langFlag(args));
  const say = sayIn(locale);
  try {
    if (!command) throw new Refusal('unknown-command', { command: name, commands: Object.keys(commands).join(', ') });
    const known: OptionName[] = [...command.options, 'lang', 'help'];
    const { values } = parse(args, known);
    // npm runs scripts in the folder of package.json and says in INIT_CWD where the person stands.
    const call: Call = { values, say, locale, cwd: process.env.INIT_CWD ?? process.cwd() };
    if (values.help) console.log(help(name, known, call));
    else await command.run(call);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Problems) console.error(reportProblems(error.problems, { locale, prefix: contentPrefix }));
    else if (error instanceof LockHeld) console.error(say('lock-held', { pid: String(error.pid) }));
    else if (error instanceof Refusal) console.error(say(error.text, error.params));
    else console.error(say('unexpected', { detail: (error as Error).stack ?? String(error) }));
  }
}

function parse(args: readonly string[], known: readonly OptionName[]) {
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(known.map((option) => [option, options[option]])) as typeof options });
  } catch (error) {
    throw new Refusal('bad-option', { detail: (error as Error).message });
  }
}

/** Before the options are read: the language in which to say that they cannot be. */
function langFlag(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return index < 0 ? undefined : args[index]!.includes('=') ? args[index]!.slice('--lang='.length) : args[index + 1];
}

function help(name: string, known: readonly OptionName[], { say }: Call): string {
  const lines = known.map((option) => `  --${option.padEnd(9)} ${say(`option.${option}`)}`);
  return [say('usage', { usage: `npm run ${name} -- [--${known[0]} …]` }), '', ...lines].join('\n');
}
