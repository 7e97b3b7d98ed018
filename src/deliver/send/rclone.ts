import { contentType, headersOf } from '#outputs/headers.ts';
import type { Sender } from './sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { inWaves, mark, withoutCompressed } from './upload-order.ts';
import { UserError } from '#messages/user-error.ts';

// The whole list at once where the place can give it: a store is slow to be asked folder by folder, and not each does it right.
const whole = '--fast-list';

/** To a store that speaks S3, and to all else that rclone knows. The place is one of its configuration, or of `RCLONE_CONFIG_…`. */
export const sendByRclone: Sender = async ({ folder }, place, run) => {
  // 3: there is no such folder yet.
  const listed = await run('rclone', ['lsf', whole, '--recursive', '--files-only', '--', place], {
    answers: [3],
  });
  const there = listed.output.split('\n').filter(Boolean);
  if (there.length > 0 && !there.includes(mark)) throw new UserError('send-not-ours', { place });

  // By content, so that what did not change keeps its time. A place that knows no checksums gets every file anew.
  const { Hashes: hashes } = JSON.parse(
    (await run('rclone', ['backend', 'features', place])).output,
  ) as { Hashes: readonly string[] };
  const compare = hashes.length > 0 ? '--checksum' : '--ignore-times';
  const files = withoutCompressed(listFiles(folder));
  for (const wave of inWaves(files)) {
    for (const [headers, group] of Map.groupBy(wave, storedHeaders)) {
      const upload = headers.split('\n').flatMap((header) => ['--header-upload', header]);
      await run(
        'rclone',
        ['copy', whole, compare, '--files-from-raw', '-', ...upload, '--', folder, place],
        { input: group.join('\n') },
      );
    }
  }
  const wanted = new Set(files);
  const old = there.filter((file) => !wanted.has(file));
  if (old.length > 0)
    await run('rclone', ['delete', whole, '--files-from-raw', '-', '--', place], {
      input: old.join('\n'),
    });
};

/** Headers that a store keeps with each file and sends with it; the others it does not know. */
const kept = ['Cache-Control', 'Content-Disposition'];

/** The headers to be kept with a file, one a line. */
function storedHeaders(file: string): string {
  const headers = headersOf(`/${file}`);
  return [
    `Content-Type: ${contentType(`/${file}`)}`,
    ...kept.filter((name) => headers[name]).map((name) => `${name}: ${headers[name]}`),
  ].join('\n');
}
