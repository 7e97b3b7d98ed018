import { contentType, headersOf } from '#outputs/headers.ts';
import type { Sender } from './sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { inWaves, mark, withoutCompressed } from './upload-order.ts';
import { UserError } from '#messages/user-error.ts';

// Lists everything at once if the place supports it. Listing a store folder by folder is slow, and not every store
// does it correctly.
const whole = '--fast-list';

/**
 * Sends to an S3 store, or to anything else that rclone supports. The place is a remote from its configuration or
 * from `RCLONE_CONFIG_…`.
 */
export const sendByRclone: Sender = async ({ folder }, place, run) => {
  // Exit status 3: the folder does not exist yet.
  const listed = await run('rclone', ['lsf', whole, '--recursive', '--files-only', '--', place], {
    answers: [3],
  });
  const there = listed.output.split('\n').filter(Boolean);
  if (there.length > 0 && !there.includes(mark)) throw new UserError('send-not-ours', { place });

  // Compares by content, so that unchanged files keep their time. If the place supports no checksums, every file is
  // sent again.
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

/** Headers that a store keeps with each file and sends with it. It cannot keep the others. */
const kept = ['Cache-Control', 'Content-Disposition'];

/** The headers to store with a file, one per line. */
function storedHeaders(file: string): string {
  const headers = headersOf(`/${file}`);
  return [
    `Content-Type: ${contentType(`/${file}`)}`,
    ...kept.filter((name) => headers[name]).map((name) => `${name}: ${headers[name]}`),
  ].join('\n');
}
