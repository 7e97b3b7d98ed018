import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serverFolder } from './server-files.ts';

/** The permissions that a web server needs, which runs as another user. */
const [forFiles, forFolders] = [0o444, 0o555];

/**
 * Lets every user read a site and its server configuration. With a strict umask (077 is usual for services), only its
 * owner could, and the web server would answer 403. The state beside the site stays as private as the umask wants.
 * @param site the folder of the site, absolute
 */
export function openToServers(site: string): void {
  if ((process.umask() & forFolders) === 0) return;
  for (const folder of [site, serverFolder(site)]) if (existsSync(folder)) openFolder(folder);
}

function openFolder(folder: string): void {
  allow(folder, forFolders);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) openFolder(place);
    else if (entry.isFile()) allow(place, forFiles);
  }
}

function allow(place: string, permissions: number): void {
  const { mode } = statSync(place);
  if ((mode & permissions) !== permissions) chmodSync(place, (mode & 0o777) | permissions);
}

/** Creates a folder through which a web server can reach a site. */
export function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}
