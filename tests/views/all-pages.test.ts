import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { hashOf } from '#cache/hash.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot } from '#snapshot/snapshot.ts';
import { allPages } from '#views/all-pages.ts';

const { snapshot: content } = await makeSnapshot({
  folder: 'tests/fixtures/mixed',
  clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
});
const all = allPages(finishSnapshot(content));

describe('every page of a site', () => {
  test('has an address of its own', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
  });
  test('shows plain values, in which every change is seen', () => {
    const seen = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      // A part that is hashed once is an object like any other.
      const parts = Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [key, seen(part)] as const);
      if (Array.isArray(value)) return parts.map(([, part]) => part);
      // Pages are shown to Astro, and a date or a map has no place in a template.
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      return Object.fromEntries(parts);
    };
    for (const { address, view } of all) {
      const shown = seen(view());
      expect([address, isDeepStrictEqual(JSON.parse(JSON.stringify(shown)), shown)]).toEqual([
        address,
        true,
      ]);
    }
  });
  test('holds parts that are hashed once: each by a hash of its own, none that may change', () => {
    const contents = new Map<string, Set<string>>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      // Only `hashedOnce` freezes.
      if (Object.isFrozen(value)) {
        const key = hashOf(value);
        contents.set(key, (contents.get(key) ?? new Set()).add(JSON.stringify(value)));
      }
      Object.values(value).forEach(look);
    };
    for (const { view } of all) look(view());
    // Bodies, teasers, and what surrounds a page.
    expect(contents.size).toBeGreaterThan(60);
    expect([...contents].filter(([, { size }]) => size > 1)).toEqual([]);
  });
});
