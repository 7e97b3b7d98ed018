import { fill, type Message } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/language-tags.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { ArgumentName, OptionName } from './command.ts';

/** The texts of `--help`. Which commands there are, this module does not know: a test looks for a text of each. */
export type HelpId =
  | 'options'
  | 'command'
  | 'exits'
  | `exits.${string}`
  | `about.${string}`
  | `option.${OptionName}`
  | `argument.${ArgumentName}`
  | `argument.${ArgumentName}.about`;

/** Says what commands, arguments and options are, in one language. */
export interface HelpTexts {
  say(id: HelpId): string;
  /** The first line: `Usage: npm run build -- [options]`. */
  usage(usage: string): string;
}

export function readHelp(locale: LanguageTag): Readonly<Record<string, Message>> {
  return parseOwnYaml(readTexts(locale, 'help')) as Record<string, Message>;
}

export function helpIn(locale: LanguageTag): HelpTexts {
  const texts = readHelp(locale);
  return {
    say: (id) => fill(locale, texts[id]!),
    usage: (usage) => fill(locale, texts.usage!, { usage }),
  };
}
