import { type CommandName, commands } from '#cli/commands.ts';
import { commandHelp } from '#cli/help.ts';
import { sayIn } from '#cli/messages/messages.ts';
import { code } from './markdown.ts';

/** What `--help` says of every command, in English. */
export function commandPages(): string {
  const say = sayIn('en');
  return (Object.keys(commands) as CommandName[])
    .map((name) => `## ${code(name)}\n\n\`\`\`text\n${commandHelp(name, say)}\n\`\`\``)
    .join('\n\n');
}
