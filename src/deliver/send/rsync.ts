import type { Sender } from './sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { firstOf, lastOf } from '#lang/lookup.ts';
import { inWaves, mark } from './upload-order.ts';
import { UserError } from '#messages/user-error.ts';

// By content and not by time: what did not change keeps its time at the place, and with it the ETag that readers have.
const always = ['--recursive', '--checksum', '--chmod=D755,F644'];

/** Over ssh, to one's own server. `RSYNC_RSH` may say how: `ssh -p 2222 -i key`. */
export const sendByRsync: Sender = async ({ folder }, place, run) => {
  const to = place.replace(/\/*$/u, '/');
  // 23: there is no such folder yet.
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
  // Each file comes aside and takes its place when all have come.
  await run('rsync', [...always, '--delay-updates', '--', from, to]);
  await run('rsync', [...always, '--delete', '--', from, to]);
};
