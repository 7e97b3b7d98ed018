import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { cardDigest, drawCard, type SocialCard } from './social-card.ts';
import { isWhole, placeAt, writeWhole } from './whole-files.ts';

/** Social cards by their path from the root of the site. */
export type Cards = ReadonlyMap<string, SocialCard>;

/**
 * Puts every card into the site. A card that an earlier build has drawn is taken from the cache.
 * @returns how many cards were drawn
 */
export async function placeCards(
  cards: Cards,
  { cacheDir, outDir }: { readonly cacheDir: string; readonly outDir: string },
): Promise<number> {
  await mkdir(cacheDir, { recursive: true });
  let drawn = 0;
  // The workers share one iterator: each takes the next card when it has finished its last.
  const queue = cards.entries();
  const work = async () => {
    for (const [address, card] of queue) {
      const cached = join(cacheDir, `card-${cardDigest(card)}.jpg`);
      if (!(await isWhole(cached))) {
        await writeWhole(cached, await drawCard(card));
        drawn++;
      }
      const place = join(outDir, address);
      await mkdir(dirname(place), { recursive: true });
      await placeAt(place, cached);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return drawn;
}
