import type { Composed } from './build.ts';
import { writeKnown } from '#snapshot/content-cache.ts';
import { type Rest, writeMadeOf } from './manifest.ts';
import { eraseOldNotes } from '#cache/store.ts';
import { writeSeen } from './check-cache-file.ts';

/** Notes of a site that stands in its place all that helps to make the next one.
 * @param site its folder, absolute */
export async function remember(
  site: string,
  { madeOf, seen, known }: Pick<Composed, 'madeOf' | 'seen' | 'known'>,
  rest?: Rest,
): Promise<void> {
  // The disk is written to while the next is being made.
  await Promise.all([
    writeKnown(site, known),
    writeSeen(site, madeOf.ground, seen),
    writeMadeOf(site, { ...madeOf, rest }),
  ]);
  eraseOldNotes();
}
