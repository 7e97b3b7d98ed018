import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '#cache/list-files.ts';

/**
 * Whether two releases show readers the same. A publication that is repeated, for example because sending it failed,
 * makes such a release. Files that have not changed are hard links, so hardly any is read.
 * @param site and `other`: the folders of the sites, absolute
 */
export function isSameSite(site: string, other: string): boolean {
  // The state says when the site was built.
  const [files, others] = [site, other].map((folder) =>
    listFiles(folder).filter((file) => !file.startsWith('_state/')),
  ) as [string[], string[]];
  return (
    files.length === others.length &&
    files.every(
      (file, index) => file === others[index] && isSameFile(join(site, file), join(other, file)),
    )
  );
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  if (a.ino === b.ino && a.dev === b.dev) return true;
  return a.size === b.size && readFileSync(one).equals(readFileSync(other));
}
