import { chmodSync, mkdirSync, statSync } from 'node:fs';

/**
 * Creates a folder that only its owner can read, or takes the permissions of others from an existing one. The cache
 * holds texts that are not public yet. Its files are as readable as those of the site, because they are the same files.
 * @param folder absolute
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(folder);
  // Only the owner may change the permissions.
  if ((mode & 0o077) !== 0 && [uid, 0].includes(process.getuid?.() ?? uid))
    chmodSync(folder, mode & 0o700);
}
