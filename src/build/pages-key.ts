import { hashOf } from '#cache/hash.ts';
import { stringIds } from '#lang/strings-keys.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/**
 * The key of everything that templates use apart from their props: the settings of the site, the interface texts, the
 * typeface, the theme. A test ensures that they use nothing else.
 */
export function pagesKey({ model, preview, typeface, theme }: Snapshot): string {
  const { site, strings } = model;
  const dictionaries = [...strings].map(([locale, { message }]) => [
    locale,
    stringIds.map(message),
  ]);
  return hashOf([site, typeface ?? null, dictionaries, preview, ...(theme ? [theme.digest] : [])]);
}
