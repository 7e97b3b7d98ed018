import { expect, test } from 'vitest';
import { pairwise, product } from '../browser/pairwise.ts';

const factors = {
  page: ['a', 'b', 'c', 'd', 'e'],
  theme: ['light', 'dark'],
  size: [1, 2, 3],
  wide: [true, false],
  face: ['sans', 'serif'],
};
const pairsIn = (cases: ReadonlyArray<Record<string, unknown>>) =>
  new Set(
    cases.flatMap((one) =>
      Object.entries(one).flatMap(([a, x], index) =>
        Object.entries(one)
          .slice(index + 1)
          .map(([b, y]) => `${a}=${String(x)} ${b}=${String(y)}`),
      ),
    ),
  );

test('every two ways meet, in few cases', () => {
  const [few, all] = [pairwise(factors), product(factors)];
  expect(all).toHaveLength(5 * 2 * 3 * 2 * 2);
  expect(pairsIn(few)).toEqual(pairsIn(all));
  // No fewer than the two largest factors need.
  expect(few.length).toBeGreaterThanOrEqual(15);
  expect(few.length).toBeLessThan(25);
});

test('the same factors give the same cases', () =>
  expect(pairwise(factors)).toEqual(pairwise(factors)));
