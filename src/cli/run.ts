import { builtInLocales } from '#lang/built-in.ts';
import { nearest } from '#lang/nearest.ts';
import { errorSentence, sayIn } from '#messages/messages.ts';
import { asUserError } from '#messages/system-error.ts';
import { UserError } from '#messages/user-error.ts';
import { Problems } from '#schema/problem.ts';
import type { EditorLocale } from '#schema/wording.ts';
import { commandForms, type CommandName } from './command.ts';
import { isCommand, loadCommand } from './commands.ts';
import { contentPrefix } from './folders.ts';
import { helpIn } from './help-texts.ts';
import { commandHelp, overview } from './help.ts';
import { readCall } from './read-arguments.ts';
import {
  editorLocale,
  problemsForMachines,
  reportProblems,
  spokenLocale,
} from './terminal/problem-report.ts';
import { wrap } from './terminal/wrap.ts';

/**
 * Runs a command as `npm run <command> -- <options>` passes it. Sets the exit status: 0 done, 1 not done. Some
 * commands set others.
 * @param argv the name of the command, then its options
 */
export async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const lang = langFlag([name, ...args]);
  const locale = editorLocale(process.env, lang);
  try {
    refuseUnknown(lang);
    if (isCommand(name)) await runCommand(name, args, locale);
    else if (name === '' || name.startsWith('-')) console.log(overview(helpIn(locale)));
    else throw unknownCommand(name);
  } catch (error) {
    process.exitCode = 1;
    const forMachines = args.includes('--json');
    if (error instanceof Problems)
      reportContent(error, locale, forMachines, !groups(name) || args.includes('--all'));
    else reportError(asUserError(error), locale, forMachines);
  }
}

/** @throws {UserError} for a language in which the commands do not speak */
function refuseUnknown(lang: string | undefined): void {
  // `--lang` without a value is reported with the other options. `--lang ru_RU` is Russian.
  if (lang && !lang.startsWith('-') && !spokenLocale(lang))
    throw new UserError('unknown-lang', { value: lang, known: builtInLocales.join(', ') });
}

function unknownCommand(command: string): UserError {
  const known = Object.keys(commandForms);
  const commands = known.join(', ');
  const meant = nearest(command, known);
  return meant === undefined
    ? new UserError('unknown-command', { command, commands })
    : new UserError('unknown-command-near', { command, commands, nearest: meant });
}

async function runCommand<Name extends CommandName>(
  name: Name,
  written: readonly string[],
  locale: EditorLocale,
): Promise<void> {
  const help = helpIn(locale);
  const { values, args } = readCall(written, name, help);
  if (values.help) return console.log(commandHelp(name, help));
  const work = await loadCommand(name);
  // npm runs scripts in the folder of package.json. INIT_CWD is the folder in which the person ran npm.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  await work({ values, args, say: sayIn(locale), locale, cwd });
}

/** Whether a command prints some examples of what there is much of, unless `--all` is given. */
function groups(name: string): boolean {
  return isCommand(name) && name !== 'post' && optionNames(name).includes('all');
}

function optionNames(name: CommandName): readonly string[] {
  return commandForms[name].options;
}

function reportContent(
  { problems }: Problems,
  locale: EditorLocale,
  forMachines: boolean,
  all: boolean,
): void {
  const report = { locale, prefix: contentPrefix, all };
  if (forMachines) printJson({ problems: problemsForMachines(problems, report) });
  else console.error(reportProblems(problems, report));
}

function reportError(error: UserError, locale: EditorLocale, forMachines: boolean): void {
  const sentence = errorSentence(locale, error);
  if (forMachines) return printJson({ refusal: sentence });
  // A stack trace has its own line breaks.
  const isProse = process.stderr.isTTY && error.id !== 'unexpected';
  console.error(isProse ? wrap(sentence, 0).join('\n') : sentence);
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** Reads `--lang` before the other options are parsed, so that errors in them are reported in that language. */
function langFlag(args: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === '--lang') return args[index + 1];
    if (arg.startsWith('--lang=')) return arg.slice('--lang='.length);
  }
  return undefined;
}
