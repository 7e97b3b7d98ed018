import { expect, test } from 'vitest';
import { killRounds } from './kill.ts';

test('killed at any moment: the public sees one whole site, with its state', async () => {
  const { swapped, kept, undisturbed } = await killRounds(5, 20_260_122);
  expect(swapped + kept + undisturbed).toBe(5);
});
