import { join } from 'node:path';
import { cacheFolder } from '#cache/program.ts';
import type { Release } from '#release/releases.ts';
import type { SendTarget, Tool } from './destination.ts';
import { sendByGit } from './git.ts';
import type { Sender } from './sender.ts';
import { sendByRclone } from './rclone.ts';
import { sendByRsync } from './rsync.ts';
import { runTool, type RunTool } from './run-tool.ts';

const sends = { rsync: sendByRsync, rclone: sendByRclone, git: sendByGit } satisfies Record<
  Tool,
  Sender
>;

/**
 * Sends a release elsewhere: first the files whose names contain a hash of their content, then the pages. Deletions
 * come last.
 * @throws {UserError} if the place holds something else, or the program fails or is not installed
 */
export function sendRelease(
  { id, publicFolder }: Pick<Release, 'id' | 'publicFolder'>,
  { tool, place }: SendTarget,
  run: RunTool = runTool,
): Promise<void> {
  return sends[tool](
    { id, folder: publicFolder, workFolder: join(cacheFolder, 'send') },
    place,
    run,
  );
}
