import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { openKeptFiles } from './kept-files.ts';
import { cardDigest, drawCard, type SocialCard } from './social-card.ts';

/** Social cards by their path from the root of the site. */
export type Cards = ReadonlyMap<string, SocialCard>;

/**
 * Puts every card into the site. A card that an earlier build has drawn is taken from the cache.
 * @returns how many cards were drawn, and which kept files were damaged
 */
export async function placeCards(
  cards: Cards,
  { cacheDir, outDir }: { readonly cacheDir: string; readonly outDir: string },
): Promise<{ readonly drawn: number; readonly damaged: readonly string[] }> {
  const kept = await openKeptFiles(cacheDir);
  let drawn = 0;
  // The workers share one iterator: each takes the next card when it has finished its last.
  const queue = cards.entries();
  const work = async () => {
    for (const [address, card] of queue) {
      const name = `card-${cardDigest(card)}.jpg`;
      if (!(await kept.has(name))) {
        await kept.keep(name, await drawCard(card));
        drawn++;
      }
      const place = join(outDir, address);
      await mkdir(dirname(place), { recursive: true });
      await kept.place(name, place);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { drawn, damaged: kept.damaged() };
}
