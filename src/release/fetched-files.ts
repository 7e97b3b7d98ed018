import { hash } from 'node:crypto';
import type { SiteFiles } from '#history/release-state.ts';
import { UserError } from '#messages/user-error.ts';
import { urls } from '#site/urls.ts';
import type { FileFault } from './site-files.ts';

/** So many files are fetched at a time: as a browser does. */
const atOnce = 6;

/** In milliseconds. */
const patience = 30_000;

/**
 * What has no address of its own: compressed copies, which a server sends in place of the file, and the settings of
 * static hosts.
 */
const withoutAddress = /\.(?:br|gz)$|^\/_(?:headers|redirects)$|\/\.[^/]*$/u;

/**
 * Compares a site at its public address with what was published.
 * @param url with or without a trailing slash
 * @returns how many files were compared, and what is wrong, in the order of the list
 * @throws {UserError} when a file cannot be fetched
 */
export async function fetchedFaults(
  url: string,
  files: SiteFiles,
): Promise<{ readonly count: number; readonly faults: readonly FileFault[] }> {
  // A server that keeps the choices of readers answers `prefs.css` itself, for each of them.
  const asked = [...files].filter(
    ([file]) => file !== urls.preferences && !withoutAddress.test(file),
  );
  const faults = new Map<string, FileFault>();
  // The workers share one iterator: each takes the next file when it has finished its last.
  const queue = asked.values();
  const work = async () => {
    for (const [file, { sha256 }] of queue) {
      const found = await fetched(`${url.replace(/\/$/u, '')}${addressOf(file)}`);
      if (!found) faults.set(file, { fault: 'file-missing', file });
      else if (hash('sha256', found) !== sha256) faults.set(file, { fault: 'file-changed', file });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { count: asked.length, faults: asked.flatMap(([file]) => faults.get(file) ?? []) };
}

function addressOf(file: string): string {
  return encodeURI(file.replace(/\/index\.html$/u, '/'));
}

/** @returns undefined if there is no such file. The error page of a site is sent with 404 where it is asked for, too */
async function fetched(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(patience),
      headers: { 'Cache-Control': 'no-cache' },
    });
    const isThere = response.ok || address.endsWith('/404.html');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isThere && ![403, 404, 410].includes(response.status))
      throw new UserError('state-unreachable', {
        place: address,
        detail: `HTTP ${response.status}`,
      });
    return isThere ? bytes : undefined;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('state-unreachable', {
      place: address,
      detail: String((error as Error & { cause?: Error }).cause?.message ?? error),
    });
  }
}
