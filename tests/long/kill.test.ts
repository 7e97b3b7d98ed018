import { expect, test } from 'vitest';
import { killRounds } from '../release/kill.ts';

/** Another one each day, or as told; printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));
const rounds = Number(process.env.ROUNDS ?? 400);

test(`killed ${rounds} times (SEED=${seed})`, { timeout: 3_600_000 }, async () => {
  const tally = await killRounds(rounds, seed);
  console.log(
    `after a kill the new site was public ${tally.swapped} times, the old one ${tally.kept} times; not in time: ${tally.undisturbed}`,
  );
  // Kills that never hit the way there, or never came after the swap, would prove nothing.
  expect(Math.min(tally.kept, tally.swapped)).toBeGreaterThan(0);
});
