import type { Snapshot } from '#snapshot/snapshot.ts';

/** The key by which search engines know that who names a changed address of the site may do so (indexnow.org): a file says it. None where none is set. */
export function indexNowKey({ model: { site }, preview }: Snapshot): string | undefined {
  return preview ? undefined : site.indexNowKey;
}
