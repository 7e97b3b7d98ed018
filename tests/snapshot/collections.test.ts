import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { type CollectionName, collectionSchemas } from '#schema/collections.ts';
import { provideContext } from '#snapshot/build-context.ts';
import { collectionNames, collectionOf, collectionsDigest } from '#snapshot/collections.ts';
import dataStore from '#snapshot/data-store.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { allPages } from '#views/all-pages.ts';
import { underBase } from '#site/urls.ts';
import { finishSnapshot } from '#snapshot/snapshot.ts';

const sites = ['mixed', 'base-path', 'three-languages', 'hostile', 'right-to-left'];
const made = new Map(
  await Promise.all(
    sites.flatMap((name) =>
      [false, true].map(
        async (preview) =>
          [
            `${name}${preview ? ', as a preview' : ''}`,
            (
              await makeSnapshot({
                folder: `tests/fixtures/${name}`,
                clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
                preview,
              })
            ).snapshot,
          ] as const,
      ),
    ),
  ),
);
const snapshotOf = (name: string) => made.get(name)!;

describe.each([...made.keys()])('the collections of %s', (name) => {
  const snapshot = snapshotOf(name);
  test.each(collectionNames)('%s: every entry is as its schema says', (collection) => {
    for (const [id, { data }] of collectionOf(snapshot, collection)) {
      const result = collectionSchemas[collection].safeParse(data);
      expect([id, result.error?.issues]).toEqual([id, undefined]);
    }
  });

  test('every reference names an entry', () => {
    const look = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null || value instanceof Date) return [];
      const { collection, id } = value as { collection?: CollectionName; id?: string };
      if (collection !== undefined && id !== undefined)
        return collectionOf(snapshot, collection).has(id) ? [] : [`${collection}/${id}`];
      return Object.values(value).flatMap(look);
    };
    const lost = collectionNames.flatMap((collection) =>
      [...collectionOf(snapshot, collection).values()].flatMap(({ data }) => look(data)),
    );
    expect(lost).toEqual([]);
  });

  test('every address is that of a page', () => {
    const pages = new Set(
      allPages(finishSnapshot(snapshot)).map(({ address }) =>
        underBase(snapshot.model.site, address),
      ),
    );
    const addresses = collectionNames.flatMap((collection) =>
      [...collectionOf(snapshot, collection).values()].flatMap(({ data }) => [
        ...('urls' in data ? Object.values(data.urls) : []),
        ...('versions' in data ? [data.url, ...Object.values(data.versions)] : []),
      ]),
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !pages.has(address))).toEqual([]);
  });
});

describe('the public entries', () => {
  const snapshot = snapshotOf('mixed');
  test('are exactly the texts that are public', () => {
    const ids = [...collectionOf(snapshot, 'announcements').keys()];
    const shown = snapshot.model.announcements.flatMap(({ id, texts }) =>
      Object.keys(texts).map((locale) => `${locale}/${id}`),
    );
    expect(ids.toSorted()).toEqual(shown.toSorted());
    expect(
      [...collectionOf(snapshot, 'announcements').values()].some(({ data }) => data.held),
    ).toBe(false);
    for (const { id } of snapshot.model.removed)
      expect(ids.filter((each) => each.endsWith(`/${id}`))).toEqual([]);
    expect(snapshot.model.removed.length).toBeGreaterThan(0);
  });
  test('only a preview also holds what is held', () => {
    const held = [...collectionOf(snapshotOf('mixed, as a preview'), 'announcements')].filter(
      ([, { data }]) => data.held,
    );
    expect(held.length).toBeGreaterThan(0);
    for (const [id] of held) expect(collectionOf(snapshot, 'announcements').has(id)).toBe(false);
  });
});

describe('the store that Astro asks', () => {
  test('answers from the snapshot that is shown now', () => {
    for (const name of ['mixed', 'base-path']) {
      const shown = finishSnapshot(snapshotOf(name));
      provideContext({ snapshot: shown });
      expect(dataStore.get('announcements')).toBe(collectionOf(shown, 'announcements'));
      expect(dataStore.get('announcements')?.size).toBeGreaterThan(0);
    }
  });
  test('knows the collections of `content.config.ts` and no other', async () => {
    const { collections } = await import('../../src/content.config.ts');
    expect(Object.keys(collections).toSorted()).toEqual(collectionNames.toSorted());
    expect(collectionNames.every((name) => dataStore.has(name))).toBe(true);
    expect(dataStore.has('constructor')).toBe(false);
    expect(dataStore.get('strangers')).toBeUndefined();
  });
});

test('the digest of all collections changes with each entry and its body', () => {
  const snapshot = snapshotOf('mixed');
  const { model } = snapshot;
  const [first, ...rest] = model.pages;
  const texts = Object.fromEntries(
    Object.entries(first!.texts).map(([locale, text]) => [
      locale,
      { ...text, body: { ...text.body, digest: 'x' } },
    ]),
  );
  const other = { ...snapshot, model: { ...model, pages: [{ ...first!, texts }, ...rest] } };
  expect(collectionsDigest({ ...snapshot })).toBe(collectionsDigest(snapshot));
  expect(collectionsDigest(other)).not.toBe(collectionsDigest(snapshot));
});
