import { relative } from 'node:path';
import { createClock } from '#clock.ts';
import { readBasics } from '#site/read-basics.ts';
import { draftOf } from '#authoring/draft.ts';
import { folderOf, writeAnnouncement } from '#authoring/write-announcement.ts';
import { personAt } from '#cli/terminal/prompts.ts';
import { type Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { newOptions } from './new-options.ts';
import { invitationFor } from '#messages/messages.ts';
import { wrap } from '#cli/terminal/wrap.ts';

/** `npm run new`: writes the folder of a new announcement, with a draft in every language. */
export const newAnnouncement: Run<'new'> = async (call) => {
  const { values, say, cwd } = call;
  const content = contentFolder(call);
  const basics = readBasics(content);
  const asker = values.json ? undefined : personAt(process, say);
  try {
    const wishes = await newOptions(call, basics, createClock().now, asker);
    const announcement = draftOf(wishes, invitationFor(say));
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
          ...wrap(say('new.next'), 0),
          '',
          say('help.recipes'),
        ].join('\n'),
      );
  } finally {
    asker?.close();
  }
};
