import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import type { Frame } from '#views/parts/frame.ts';
import { allPages } from '#views/all-pages.ts';

const { snapshot } = await makeSnapshot({
  folder: 'tests/fixtures/mixed',
  clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
});
const all = allPages(snapshot);

describe('every page of a site', () => {
  test('has an address of its own', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
  });
  test('shows plain values, in which every change is seen', () => {
    const seen = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      // A part that is digested once is looked into here, as if it were not.
      const parts = Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [key, seen(part)] as const);
      if (Array.isArray(value)) return parts.map(([, part]) => part);
      // A date, a map or a function would not come through JSON, by which builds tell what has changed.
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
  test('holds parts that are digested once: each by a digest of its own, none that may change, none that is written as JSON', () => {
    const contents = new Map<string, Set<string>>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('toJSON' in value) {
        const digest = JSON.stringify(value);
        contents.set(digest, (contents.get(digest) ?? new Set()).add(JSON.stringify({ ...value })));
        expect(Object.isFrozen(value)).toBe(true);
      }
      Object.values(value).forEach(look);
    };
    const written = all.flatMap(({ view }) => {
      const shown = view();
      look(shown);
      return [shown, ...Object.values(shown)].flatMap(
        (part: { frame?: Frame; settings?: object } | undefined) => [
          ...(part?.frame?.data ?? []),
          ...(part?.settings ? [part.settings] : []),
        ],
      );
    });
    // Bodies, teasers, and what surrounds a page.
    expect(contents.size).toBeGreaterThan(60);
    expect([...contents].filter(([, { size }]) => size > 1)).toEqual([]);
    expect(written.length).toBeGreaterThan(100);
    for (const value of written) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });
});
