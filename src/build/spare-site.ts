import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { outputStat } from '#cache/file-stat.ts';
import { linkOrCopySync } from '#cache/link-or-copy.ts';
import type { FileResult } from '#cache/manifest.ts';
import { filesInFolder } from './build-result.ts';

// A finished site has a spare: a hidden folder next to it with the same files, as hard links. The next build begins in
// the spare and changes what has changed. Without it, each build would make a folder and a link for every page, and
// delete as many: at 10,000 texts that is a quarter of an edit.

type Files = ReadonlyMap<string, FileResult>;

/**
 * Moves the spare of a site to the folder of the next build, and deletes from it whatever the next build could not
 * reuse: files that are not results of tasks, and files that differ from those of the site.
 * @param site absolute
 * @param folder the folder of the next build, absolute; deleted first
 * @param files of the site, from its manifest
 * @returns the files that are there now, as paths from the root of the site. They share their data with the site, so
 *   they may be replaced but must never be written into
 */
export function takeSpare(site: string, folder: string, files: Files): Set<string> {
  rmSync(folder, { recursive: true, force: true });
  const spare = spareOf(site);
  if (!existsSync(spare)) return new Set();
  renameSync(spare, folder);
  const reusable = new Set<string>();
  for (const path of filesInFolder(folder)) {
    const file = files.get(path);
    if (file?.key !== undefined && outputStat(join(folder, path)) === file.stat) reusable.add(path);
    else deleteFile(folder, path);
  }
  return reusable;
}

/**
 * Makes the replaced site the spare of the new one. Files that the new site no longer has are deleted, so that a text
 * that was removed is not kept.
 * @param replaced the folder of the replaced site, absolute; it is moved or deleted
 * @param before the files of the replaced site; empty if they are not known
 * @param site the folder of the new site, absolute
 * @param now the files of the new site
 */
export function keepAsSpare(replaced: string, before: Files, site: string, now: Files): void {
  const spare = spareOf(site);
  rmSync(spare, { recursive: true, force: true });
  if (before.size === 0) return rmSync(replaced, { recursive: true, force: true });
  try {
    for (const [path, { stat }] of before)
      if (now.get(path)?.stat !== stat) deleteFile(replaced, path);
    for (const [path, { stat, key }] of now) {
      if (key === undefined || before.get(path)?.stat === stat) continue;
      mkdirSync(dirname(join(replaced, path)), { recursive: true });
      linkOrCopySync(join(site, path), join(replaced, path));
    }
    renameSync(replaced, spare);
  } catch {
    // Without a spare the next build takes longer; nothing else is lost.
    rmSync(replaced, { recursive: true, force: true });
  }
}

/** Where the spare of a site is: hidden, on the same file system. */
function spareOf(site: string): string {
  return join(dirname(site), `.${basename(site)}.spare`);
}

/**
 * Deletes a file, and the folders that are empty without it.
 * @param folder absolute
 * @param path of the file, from that folder
 */
export function deleteFile(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  try {
    for (let parent = dirname(path); parent !== '/'; parent = dirname(parent))
      rmdirSync(join(folder, parent));
  } catch {
    // Not empty, or not there.
  }
}
