import { type CommandName, commandForms } from '#cli/command.ts';
import { commandHelp } from '#cli/help.ts';
import { helpIn } from '#cli/help-texts.ts';
import { code } from './markdown.ts';

/** What `--help` says of every command, in English. */
export function commandPages(): string {
  const help = helpIn('en');
  return (Object.keys(commandForms) as CommandName[])
    .map((name) => `## ${code(name)}\n\n\`\`\`text\n${commandHelp(name, help)}\n\`\`\``)
    .join('\n\n');
}
