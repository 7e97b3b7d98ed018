// This worker links files of the previous site into the new one while other files are being made.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkOrCopySync } from '#cache/link-or-copy.ts';
import type { LinkJob } from './link-files.ts';
import { parentThread } from '#worker.ts';

const folders = new Set<string>();

/** Links a file, or copies it if the file system cannot link. An existing file at `to` stays. */
function place(from: string, to: string): void {
  const folder = dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  try {
    linkOrCopySync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

parentThread().on('message', (links: LinkJob) => {
  for (const [from, to] of links) place(from, to);
  parentThread().postMessage(undefined);
});
