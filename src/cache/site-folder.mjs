// Plain JavaScript, because the door to every command asks before it knows whether this Node can read TypeScript.
import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this program. Astro runs in it, whatever content it shows. In the npm package: `compiled/`. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder that the cache, the locks and the lock file of packages belong to. In a checkout, that is the checkout. For
 * an installed package it is the person's own folder: packages are shared, replaced and often not writable.
 */
export const siteFolder = programFolder.includes(`${sep}node_modules${sep}`)
  ? folderAround(process.env.INIT_CWD ?? process.cwd())
  : programFolder;

/**
 * The nearest folder, from the given one upwards, that is a project of npm or has a content folder.
 * @param {string} start absolute
 * @returns {string} absolute; the given folder if there is none
 */
export function folderAround(start) {
  for (let folder = start; ; folder = dirname(folder)) {
    if (['package.json', 'content/site.yaml'].some((name) => existsSync(join(folder, name))))
      return folder;
    if (folder === dirname(folder)) return start;
  }
}
