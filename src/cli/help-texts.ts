import { must } from '#lang/lookup.ts';
import { fill } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { ArgumentName, CommandName, OptionName } from './command.ts';

/** The ids of the texts of `--help`. */
export type HelpId =
  | 'options'
  | 'command'
  | 'exits'
  | `exits.${CommandName}`
  | `about.${CommandName}`
  | `argument.${ArgumentName}`
  | `argument.${ArgumentName}.about`;

/** The texts that describe commands, arguments and options, in one language. */
export interface HelpTexts {
  say(id: HelpId): string;
  /** What an option means for a command. */
  option(name: OptionName, command: CommandName): string;
  /** The first line: `Usage: npm run build -- [options]`. */
  usage(usage: string): string;
}

/** The raw help texts of a language, by id. */
export function readHelp(locale: LanguageTag): Readonly<Record<string, string>> {
  return parseOwnYaml(readTexts(locale, 'help')) as Record<string, string>;
}

/** The help texts of a language. */
export function helpIn(locale: LanguageTag): HelpTexts {
  const texts = readHelp(locale);
  return {
    say: (id) => fill(locale, must(texts[id], `text ${id} of the help`)),
    option: (name, command) =>
      fill(
        locale,
        must(
          texts[`option.${name}.${command}`] ?? texts[`option.${name}`],
          `text of the option ${name} in the help`,
        ),
      ),
    usage: (usage) => fill(locale, must(texts.usage, 'text usage of the help'), { usage }),
  };
}
