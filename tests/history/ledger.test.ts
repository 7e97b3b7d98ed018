import { describe, expect, test } from 'vitest';
import {
  addToLedger,
  addressesRemovedSince,
  type Ledger,
  lostAddresses,
  readLedger,
  writtenLedger,
} from '#history/ledger.ts';
import { type AddressKind, addressKinds } from '#schema/state.ts';
import fc from '../fast-check.ts';

const ledger = (addresses: Record<string, AddressKind>): Ledger =>
  new Map(Object.entries(addresses));
const week = '/ru/news/2026/road-week/';
const published = ledger({
  '/ru/': 'page',
  [week]: 'announcement',
  [`${week}plan.pdf`]: 'attachment',
  '/ru/rss.xml': 'feed',
});

const addresses = fc
  .dictionary(
    fc.stringMatching(/^\/[a-z]{1,3}\/(?:[a-z]{1,3}\/)?$/u),
    fc.constantFrom(...addressKinds),
  )
  .map(ledger);

describe('a ledger', () => {
  test('is written sorted, and read as it was written', () => {
    fc.assert(
      fc.property(addresses, (one) => {
        const written = writtenLedger(one);
        expect(readLedger(written)).toEqual(one);
        expect(JSON.stringify(writtenLedger(new Map([...one].reverse())))).toBe(
          JSON.stringify(written),
        );
      }),
    );
  });

  test('never shortens, except beneath what is removed; and then it has lost nothing', () => {
    fc.assert(
      fc.property(addresses, addresses, (before, now) => {
        const after = addToLedger(before, now);
        const removed = [...now]
          .filter(([, kind]) => kind === 'removed')
          .map(([address]) => address);
        for (const address of before.keys())
          expect(after.has(address) || removed.some((folder) => address.startsWith(folder))).toBe(
            true,
          );
        for (const [address, kind] of after)
          expect(kind).toBe(now.get(address) ?? before.get(address));
        expect(lostAddresses(after, after)).toEqual([]);
      }),
    );
  });

  test('forgets the names of files of what is removed: they may say what had to go', () => {
    expect([
      ...addToLedger(
        published,
        ledger({ '/ru/': 'page', '/ru/rss.xml': 'feed', [week]: 'removed' }),
      ).keys(),
    ]).toEqual(['/ru/', week, '/ru/rss.xml']);
  });
});

describe('what would be lost', () => {
  const without = (...gone: string[]) =>
    new Map([...published].filter(([address]) => !gone.includes(address)));

  test('nothing', () => expect(lostAddresses(published, published)).toEqual([]));
  test('an announcement: with what to write, and no guess where nothing is like it', () => {
    expect(lostAddresses(published, without(week))).toEqual([
      {
        id: 'lost-announcement',
        file: 'permalinks.yaml',
        params: { address: week, line: `${week}: moved to /ru/`, nearest: '' },
      },
    ]);
  });
  test('an announcement that is now found elsewhere', () => {
    const renamed = new Map([
      ...without(week),
      ['/ru/news/2026/roads-week/', 'announcement' as const],
    ]);
    expect(lostAddresses(published, renamed)[0]!.params).toEqual({
      address: week,
      line: `${week}: moved to /ru/news/2026/roads-week/`,
      nearest: '/ru/news/2026/roads-week/',
    });
  });
  test('a file, a feed', () =>
    expect(
      lostAddresses(published, without(`${week}plan.pdf`, '/ru/rss.xml')).map(({ id }) => id),
    ).toEqual(['lost-address', 'lost-address']));
  test('nothing, where it has moved', () =>
    expect(lostAddresses(published, new Map([...without(week), [week, 'moved']]))).toEqual([]));
  test('nothing, where it is removed with its files', () =>
    expect(
      lostAddresses(published, new Map([...without(`${week}plan.pdf`), [week, 'removed']])),
    ).toEqual([]));
  test('the page that says that it was removed', () => {
    expect(lostAddresses(ledger({ [week]: 'removed' }), new Map()).map(({ id }) => id)).toEqual([
      'lost-announcement',
    ]);
  });
});

test('what was removed since', () => {
  const removed = ledger({ '/ru/': 'page', [week]: 'removed' });
  expect(addressesRemovedSince(published, removed)).toEqual([week]);
  expect(addressesRemovedSince(removed, removed)).toEqual([]);
  expect(addressesRemovedSince(removed, published)).toEqual([]);
  expect(addressesRemovedSince(ledger({ '/ru/': 'page' }), removed)).toEqual([]);
});
