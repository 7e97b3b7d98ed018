import { parseArgs } from 'node:util';
import {
  type ArgumentName,
  type ArgumentsOf,
  type Call,
  type CommandForm,
  commandForms,
  type CommandName,
  defaultValues,
  options,
  type OptionName,
  type Values,
} from './command.ts';
import type { HelpTexts } from './help-texts.ts';
import { UserError } from '#messages/user-error.ts';

/** The options that every command takes. */
const always = ['lang', 'help'] as const satisfies readonly OptionName[];

/** The options of a command, as help lists them. */
export function optionsOf(command: Pick<CommandForm, 'options'>): OptionName[] {
  return [...command.options, ...always];
}

/**
 * Reads what follows the name of a command. A person who asks for help is not told what else is wrong.
 * @throws {UserError} what the command does not take or lacks
 */
export function readArguments(
  written: readonly string[],
  command: CommandForm,
  help: HelpTexts,
): { values: Values; args: string[] } {
  const known = optionsOf(command);
  const given: Partial<Record<OptionName, string | boolean>> = {};
  const args: string[] = [];
  // Not strict: the parser's own complaints are in English.
  const { tokens } = parseArgs({
    args: [...written],
    options: Object.fromEntries(known.map((name) => [name, options[name]])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help'))
    return { values: { ...defaultValues, help: true }, args };

  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find((option) => option === token.name);
    if (!name)
      throw new UserError('unknown-option', {
        option: token.rawName,
        options: known.map((option) => `--${option}`).join(', '),
      });
    const takesValue = options[name].type === 'string';
    // `--out --now x`: the next option is no value; one that begins with a hyphen is written `--out=-x`.
    if (takesValue && (!token.value || (!token.inlineValue && token.value.startsWith('-'))))
      throw new UserError('option-without-value', { option: token.rawName });
    if (!takesValue && token.value !== undefined)
      throw new UserError('option-with-value', { option: token.rawName });
    given[name] = token.value ?? true;
  }
  checkCount(args, command, help);
  return { values: { ...defaultValues, ...given } as Values, args };
}

/** The same for a command by its name: there are as many arguments as it takes.
 * @throws {UserError} what the command does not take or lacks */
export function readCall<Name extends CommandName>(
  written: readonly string[],
  name: Name,
  help: HelpTexts,
): Pick<Call<Name>, 'values' | 'args'> {
  const { values, args } = readArguments(written, commandForms[name], help);
  return { values, args: args as unknown as ArgumentsOf<Name> };
}

function checkCount(
  args: readonly string[],
  { takes = [] }: Pick<CommandForm, 'takes'>,
  { say }: HelpTexts,
): void {
  const missing = takes.slice(args.length).find((name) => !name.endsWith('?'));
  if (missing)
    throw new UserError('missing-argument', {
      argument: say(`argument.${missing.replace('…', '') as ArgumentName}`),
    });
  const most = takes.some((name) => name.endsWith('…')) ? Infinity : takes.length;
  const [extra] = args.slice(most);
  if (extra !== undefined) throw new UserError('extra-argument', { argument: extra });
}
