import { expect, test } from 'vitest';
import { takeThrough } from '../incremental/rounds.ts';

/** Another seed takes another way: `SEED=7 npm run test:long`. */
const seed = process.env.SEED ?? 'long';

test(
  'a site of three hundred announcements taken through fifty rounds of random changes is what clean builds give',
  { timeout: 4 * 60 * 60_000 },
  async () => {
    const { rounds, atRest } = await takeThrough({ announcements: 300, rounds: 50, seed });
    expect(rounds.map(({ happened, different }) => [happened, different])).toEqual(
      rounds.map(({ happened }) => [happened, []]),
    );
    expect(rounds.filter(({ made, pages }) => made < pages / 2).length).toBeGreaterThan(5);
    expect(atRest).toBe(0);
  },
);
