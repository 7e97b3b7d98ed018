import type { Sender } from './sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { firstOf, lastOf } from '#lang/lookup.ts';
import { inWaves, mark } from './upload-order.ts';
import { UserError } from '#messages/user-error.ts';

// Compares by content and not by time. Unchanged files keep their time at the destination, and so the ETag that
// readers have.
const always = ['--recursive', '--checksum', '--chmod=D755,F644'];

/** Sends over ssh to the operator's own server. `RSYNC_RSH` may set the command: `ssh -p 2222 -i key`. */
export const sendByRsync: Sender = async ({ folder }, place, run) => {
  const to = place.replace(/\/*$/u, '/');
  // Exit status 23: the folder does not exist yet.
  const listed = await run('rsync', ['--list-only', '--', to], { answers: [23] });
  const names = listed.output
    .split('\n')
    .map((line) => lastOf(line.trim().split(/\s+/u)))
    .filter((name) => name && name !== '.');
  if (names.length > 0 && !names.includes(firstOf(mark.split('/'))))
    throw new UserError('send-not-ours', { place });

  const [immutable] = inWaves(listFiles(folder));
  const from = `${folder}/`;
  await run('rsync', [...always, '--mkpath', '--files-from=-', '--from0', '--', from, to], {
    input: immutable.join('\0'),
  });
  // Files are first stored aside, and put in place once all of them have arrived.
  await run('rsync', [...always, '--delay-updates', '--', from, to]);
  await run('rsync', [...always, '--delete', '--', from, to]);
};
