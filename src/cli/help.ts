import {
  type ArgumentName,
  type CommandForm,
  commandForms,
  type CommandName,
  options,
  type OptionName,
} from './command.ts';
import { optionsOf } from './read-arguments.ts';
import type { HelpTexts } from './help-texts.ts';
import { columns, wrap } from './terminal/wrap.ts';

/** The help of a command: its purpose, its arguments and options, and its exit status. At most 80 columns wide. */
export function commandHelp(name: CommandName, help: HelpTexts): string {
  const { say } = help;
  const command: CommandForm = commandForms[name];
  const takes = (command.takes ?? []).map(
    (written) => written as ArgumentName | `${ArgumentName}?`,
  );
  const argumentRows = takes.map((written) => {
    const argument = written.replace(/[?…]$/u, '') as ArgumentName;
    return [say(`argument.${argument}`), say(`argument.${argument}.about`)] as const;
  });
  const usage = [
    `npm run ${name} --`,
    `[${say('options')}]`,
    ...takes.map((written) => inUsage(written, help)),
  ].join(' ');
  return [
    ...wrap(help.usage(usage), 0),
    '',
    ...wrap(say(`about.${name}`), 0),
    '',
    ...table([
      ...argumentRows,
      ...optionsOf(command).map((option) => [inHelp(option), help.option(option, name)] as const),
    ]),
    '',
    ...wrap(say(command.ownExits ? `exits.${name}` : 'exits'), 0),
  ].join('\n');
}

/** Lists every command with its purpose. */
export function overview(help: HelpTexts): string {
  const { say } = help;
  const rows = Object.keys(commandForms).map(
    (name) => [name, say(`about.${name as CommandName}`)] as const,
  );
  return [...wrap(help.usage(`npm run ${say('command')} -- --help`), 0), '', ...table(rows)].join(
    '\n',
  );
}

/** `TITLE`, `[TITLE]`, `FILE…` */
function inUsage(written: string, { say }: HelpTexts): string {
  const word = say(`argument.${written.replace(/[?…]$/u, '') as ArgumentName}`);
  return written.endsWith('?') ? `[${word}]` : written.endsWith('…') ? `${word}…` : word;
}

function inHelp(option: OptionName): string {
  const form = options[option];
  return `${'short' in form ? `-${form.short}, ` : ''}--${option}${form.type === 'string' ? ' …' : ''}`;
}

function table(rows: ReadonlyArray<readonly [name: string, about: string]>): string[] {
  const widest = Math.max(...rows.map(([name]) => columns(name)));
  return rows.flatMap(([name, about]) =>
    wrap(about, widest + 4, `  ${name}${' '.repeat(widest - columns(name) + 2)}`),
  );
}
