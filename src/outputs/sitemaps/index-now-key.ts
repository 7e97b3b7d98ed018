import type { Snapshot } from '#snapshot/snapshot.ts';

/**
 * The IndexNow key (indexnow.org), or undefined if none is set or for a preview. The site publishes it in a file.
 * With it, search engines verify that a submitter may report changed addresses of the site.
 */
export function indexNowKey({ model: { site }, preview }: Snapshot): string | undefined {
  return preview ? undefined : site.indexNowKey;
}
