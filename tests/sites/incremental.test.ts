import { expect, test } from 'vitest';
import { takeThrough } from '../incremental/rounds.ts';

// Sixty announcements instead of the three hundred of `npm run test:long`: differences show with sixty too, and five
// rounds take a minute.
test('a site taken through random changes is, byte for byte, what a clean build gives', async () => {
  const { rounds, atRest } = await takeThrough({ announcements: 60, rounds: 5, seed: 'short' });
  expect(rounds.map(({ happened, different }) => [happened, different])).toEqual(
    rounds.map(({ happened }) => [happened, []]),
  );
  // Otherwise the test would compare clean builds with clean builds.
  expect(rounds.some(({ made, pages }) => made < pages / 2)).toBe(true);
  expect(atRest).toBe(0);
});
