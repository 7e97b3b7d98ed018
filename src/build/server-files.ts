import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCaddy } from '#outputs/server/caddy.ts';
import { writeHostHeaders, writeHostRedirects } from '#outputs/server/hosts.ts';
import { writeNginx } from '#outputs/server/nginx.ts';
import { type ServerRules, writeAddresses } from '#outputs/server/server-rules.ts';

/** Files that static hosts read at the root of a site. */
const inside = { _headers: writeHostHeaders, _redirects: writeHostRedirects };

/**
 * Configuration that operators include on their own server. It lies next to the site, because readers of the site do
 * not need it.
 */
const beside = {
  'nginx.conf': writeNginx,
  Caddyfile: writeCaddy,
  'addresses.tsv': writeAddresses,
};

/** Writes the files for static hosts into the folder of a site. */
export function writeHostFiles(rules: ServerRules, folder: string): void {
  place(inside, rules, folder);
}

/** The folder next to a site with the configuration of its server. */
export function serverFolder(site: string): string {
  return `${site}.server`;
}

/**
 * Writes the server configuration into a folder next to the site.
 * @param folder see `serverFolder`
 */
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
