import { resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { readChannels } from '#deliver/post/channels.ts';
import { postAll, type Posted } from '#deliver/post/post-all.ts';
import type { Call, Run } from '#cli/command.ts';
import { contentFolder, targetFolder } from '#cli/folders.ts';
import { print } from '#cli/terminal/print.ts';

/** `npm run post`: sends what is newly public to Telegram, by mail and to webhooks, each message at most once. */
export const post: Run<'post'> = async (call) => {
  const { values, say, cwd } = call;
  const to = targetFolder(call, contentFolder(call));
  const channels = readChannels(resolve(cwd, values.channels), process.env);
  const posted = await postAll({
    to,
    channels,
    now: createClock().now,
    dryRun: values['dry-run'],
    again: values.again,
    all: values.all,
  });
  if (posted.some(({ state }) => state === 'refused' || state === 'unknown')) process.exitCode = 1;
  if (values.json) return console.log(JSON.stringify({ posted }, null, 2));
  print(report(posted, call).join('\n'));
  if (posted.length === 0) print(say('post.nothing'));
};

function report(posted: readonly Posted[], { say }: Call): string[] {
  const skipped = posted.filter(({ state }) => state === 'skipped');
  return [
    ...posted
      .filter(({ state }) => state !== 'skipped')
      .map(({ text, channel, state, detail = '' }) =>
        state === 'refused'
          ? say('post.refused', { text, channel, detail })
          : state === 'unknown'
            ? say('post.unknown', { text, channel, detail })
            : state === 'sent'
              ? say('post.sent', { text, channel })
              : say('post.would-send', { text, channel }),
      ),
    ...(skipped.length > 0 ? [say('post.skipped', { count: skipped.length })] : []),
  ];
}
