import type { BuiltSite } from './build.ts';
import { writeContentCache } from '#snapshot/content-cache.ts';
import { type UpToDate, writeManifest } from './manifest.ts';
import { deleteStaleEntries } from '#cache/store.ts';
import { writeCheckCache } from './check-cache-file.ts';

/** Notes of a site that stands in its place all that helps to make the next one.
 * @param site its folder, absolute */
export async function remember(
  site: string,
  { madeOf, seen, known }: Pick<BuiltSite, 'madeOf' | 'seen' | 'known'>,
  rest?: UpToDate,
): Promise<void> {
  // The disk is written to while the next is being made.
  await Promise.all([
    writeContentCache(site, known),
    writeCheckCache(site, madeOf.ground, seen),
    writeManifest(site, { ...madeOf, rest }),
  ]);
  deleteStaleEntries();
}
