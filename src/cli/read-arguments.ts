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
import { nearest } from '#lang/nearest.ts';
import type { HelpTexts } from './help-texts.ts';
import { UserError } from '#messages/user-error.ts';

/** The options that every command takes. */
const always = ['lang', 'help'] as const satisfies readonly OptionName[];

/** The options of a command, in the order of its help. */
export function optionsOf(command: Pick<CommandForm, 'options'>): OptionName[] {
  return [...command.options, ...always];
}

/**
 * Parses what follows the name of a command. If the person asks for help, other mistakes are not reported.
 * @throws {UserError} for an unknown option or argument, or a missing one
 */
export function readArguments(
  written: readonly string[],
  command: CommandForm,
  help: HelpTexts,
): { values: Values; args: string[] } {
  const known = optionsOf(command);
  const given: Partial<Record<OptionName, string | boolean>> = {};
  const args: string[] = [];
  // Not strict, because the parser's own error messages are in English.
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
    if (!name) throw unknownOption(token.rawName, known);
    const takesValue = options[name].type === 'string';
    // `--out --now x`: the next option is not a value. A value that begins with a hyphen is written `--out=-x`.
    if (takesValue && (!token.value || (!token.inlineValue && token.value.startsWith('-'))))
      throw new UserError('option-without-value', { option: token.rawName });
    if (!takesValue && token.value !== undefined)
      throw new UserError('option-with-value', { option: token.rawName });
    given[name] = token.value ?? true;
  }
  checkCount(args, command, help);
  return { values: { ...defaultValues, ...given } as Values, args };
}

/**
 * Parses the arguments of a command, given its name. The result has as many arguments as the command takes.
 * @throws {UserError} for an unknown option or argument, or a missing one
 */
export function readCall<Name extends CommandName>(
  written: readonly string[],
  name: Name,
  help: HelpTexts,
): Pick<Call<Name>, 'values' | 'args'> {
  const { values, args } = readArguments(written, commandForms[name], help);
  return { values, args: args as unknown as ArgumentsOf<Name> };
}

function unknownOption(option: string, known: readonly OptionName[]): UserError {
  const options = known.map((each) => `--${each}`).join(', ');
  const meant = nearest(option.replace(/^-+/u, ''), known);
  return meant === undefined
    ? new UserError('unknown-option', { option, options })
    : new UserError('unknown-option-near', { option, options, nearest: `--${meant}` });
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
