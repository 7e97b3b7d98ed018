import { relative } from 'node:path';
import { createClock } from '#clock.ts';
import { readBasics } from '#site/read-basics.ts';
import { draftOf } from '#authoring/draft.ts';
import { folderOf, writeAnnouncement } from '#authoring/write-announcement.ts';
import { personAt } from '#cli/terminal/prompts.ts';
import type { Call, Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { newOptions } from './new-options.ts';
import { invitationFor, sayIn } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';
import {
  builtInTemplates,
  type OwnTemplate,
  ownTemplates,
  readOwnTemplate,
  templatesFolder,
} from '#authoring/templates.ts';
import { builtInLocales } from '#lang/built-in.ts';
import type { Locale } from '#lang/locale.ts';
import { nearest } from '#lang/nearest.ts';
import { wrap } from '#cli/terminal/wrap.ts';

/** `npm run new`: writes the folder of a new announcement, with a draft in every language. */
export const newAnnouncement: Run<'new'> = async (call) => {
  const { values, say, cwd } = call;
  const content = contentFolder(call);
  const basics = readBasics(content);
  const asker = values.json ? undefined : personAt(process, say);
  try {
    const wishes = await newOptions(call, basics, createClock().now, asker);
    const { begin, own } = templateOf(call, content, wishes.kind);
    const announcement = draftOf(wishes, invitationFor(say), begin);
    const files = writeAnnouncement(content, announcement).map((file) =>
      relative(cwd, `${content}/${file}`),
    );
    const folder = relative(cwd, `${content}/${folderOf(announcement)}`);
    if (values.json) console.log(JSON.stringify({ folder, files }, null, 2));
    else
      console.log(
        [
          ...wrap(say('new.written', { folder }), 0),
          ...files.map((file) => `  ${file}`),
          ...(own ? wrap(say('new.template', { template: own }), 0) : []),
          ...wrap(say('new.next'), 0),
          '',
          say('help.recipes'),
        ].join('\n'),
      );
  } finally {
    asker?.close();
  }
};

/**
 * How the texts begin: by the template that was named, or that of the kind. The office's own come before ours.
 * @returns the beginning of a text in a language, and the office's template if it is one of those
 * @throws {UserError} for a template that there is not
 */
function templateOf(
  { values, say }: Call<'new'>,
  content: string,
  kind: string,
): { begin: (locale: Locale) => OwnTemplate | undefined; own?: string } {
  const own = ownTemplates(content);
  const known = [...new Set([...own, ...builtInTemplates])];
  const { template: named } = values;
  if (named !== undefined && !known.includes(named))
    throw new UserError('unknown-template', {
      value: named,
      nearest: nearest(named, known) ?? known.join(', '),
      folder: templatesFolder,
    });
  const name = named ?? kind;
  const ours = builtInTemplates.find((each) => each === name);
  return {
    ...(own.has(name) && { own: `${templatesFolder}/${name}` }),
    begin(locale) {
      const written = own.has(name) ? readOwnTemplate(content, name, locale) : undefined;
      if (written) return written;
      if (!ours) return undefined;
      const editor = builtInLocales.find((each) => each === locale);
      const voice = editor ? sayIn(editor) : say;
      const body = `<!-- ${voice('new.body')} -->\n\n${voice(`new.body.${ours}`)}\n`;
      return { fields: {}, body };
    },
  };
}
