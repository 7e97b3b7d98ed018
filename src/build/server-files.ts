import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCaddy } from '#outputs/server/caddy.ts';
import { writeHostHeaders, writeHostRedirects } from '#outputs/server/hosts.ts';
import { writeNginx } from '#outputs/server/nginx.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';

/** What static hosts look for at the root of a site. */
const inside = { _headers: writeHostHeaders, _redirects: writeHostRedirects };

/** What one's own server is told by its operator to read: no reader of the site needs it. */
const beside = { 'nginx.conf': writeNginx, Caddyfile: writeCaddy };

/** Writes what static hosts read into the folder of a site. */
export function writeHostFiles(rules: ServerRules, folder: string): void {
  place(inside, rules, folder);
}

/** The folder beside a site in which the files of its server lie. */
export function serverFolder(site: string): string {
  return `${site}.server`;
}

/** Writes what servers read into a folder beside the site. */
export function writeServerFiles(rules: ServerRules, folder: string): void {
  mkdirSync(folder, { recursive: true });
  place(beside, rules, folder);
}

function place(
  files: Readonly<Record<string, (rules: ServerRules) => string>>,
  rules: ServerRules,
  folder: string,
): void {
  for (const [name, write] of Object.entries(files))
    writeFileSync(join(folder, name), write(rules));
}
