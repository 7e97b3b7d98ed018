import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeEdition } from '#edition/make-edition.ts';
import { pagesOf } from '#views/pages.ts';

const { edition } = await makeEdition({ folder: 'tests/fixtures/mixed', clock: createClock(new Date('2026-06-01T12:00:00+05:00')) });
const all = pagesOf(edition);

describe('every page of a site', () => {
  test('has an address of its own', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
  });
  test('shows plain values, in which every change is seen', () => {
    const withoutAbsent = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(withoutAbsent);
      // A date, a map or a function would not come through JSON, by which builds tell what has changed.
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [key, withoutAbsent(part)]));
    };
    for (const { address, view } of all) {
      const shown = view();
      expect([address, isDeepStrictEqual(JSON.parse(JSON.stringify(shown)), withoutAbsent(shown))]).toEqual([address, true]);
    }
  });
});
