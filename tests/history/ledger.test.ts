import { describe, expect, test } from 'vitest';
import {
  addToLedger,
  addressesRemovedSince,
  forgottenNotices,
  type Ledger,
  lostAddresses,
  readLedger,
  writtenLedger,
} from '#history/ledger.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { type AddressKind, addressKinds } from '#schema/state.ts';
import fc from '../fast-check.ts';

const ledger = (addresses: Record<string, AddressKind>): Ledger =>
  new Map(Object.entries(addresses));
const week = '/ru/news/2026/road-week/';
const notice = noticeAddress('ru', week);
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
      fc.property(addresses, (some) => {
        const one = addToLedger(new Map(), some);
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
        const removed = [...before, ...now].flatMap(([address, kind]) =>
          kind === 'removed' ? [address] : [],
        );
        for (const address of before.keys())
          expect(after.has(address) || removed.some((folder) => address.startsWith(folder))).toBe(
            true,
          );
        for (const [address, kind] of after)
          if (kind !== 'removed') expect(kind).toBe(now.get(address) ?? before.get(address));
        for (const [address, kind] of now)
          expect(after.has(address)).toBe(kind !== 'removed' && after.get(address) === kind);
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
    ]).toEqual(['/ru/', '/ru/rss.xml', notice]);
  });

  test('says of what is removed only a hash, also of what older versions of Jarshy have written', () => {
    const old = {
      format: 1,
      addresses: { ...writtenLedger(new Map()).addresses, removed: [week] },
    } as const;
    expect([...readLedger(old)]).toEqual([[notice, 'removed']]);
    expect(JSON.stringify(writtenLedger(addToLedger(new Map(), readLedger(old))))).not.toContain(
      'road-week',
    );
  });

  test('keeps a notice about which the content says nothing any more', () => {
    const removed = addToLedger(published, ledger({ [week]: 'removed' }));
    const now = ledger({ '/ru/': 'page', '/ru/rss.xml': 'feed' });
    expect([...forgottenNotices(removed, now)]).toEqual([[notice, 'removed']]);
    expect([...forgottenNotices(removed, ledger({ [week]: 'removed' }))]).toEqual([]);
  });

  test('has the address again when the announcement is public again', () => {
    const removed = addToLedger(published, ledger({ [week]: 'removed' }));
    const again = addToLedger(removed, published);
    expect([again.has(notice), again.get(week)]).toEqual([false, 'announcement']);
    expect([...forgottenNotices(removed, published)]).toEqual([]);
    expect(lostAddresses(removed, published)).toEqual([]);
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
  test('the notice that it was removed', () => {
    expect(lostAddresses(ledger({ [week]: 'removed' }), new Map()).map(({ id }) => id)).toEqual([
      'lost-announcement',
    ]);
  });
});

test('what was removed since', () => {
  const removed = ledger({ '/ru/': 'page', [week]: 'removed' });
  expect(addressesRemovedSince(published, removed)).toEqual([week, `${week}plan.pdf`]);
  expect(addressesRemovedSince(removed, removed)).toEqual([]);
  expect(addressesRemovedSince(removed, published)).toEqual([]);
  expect(addressesRemovedSince(ledger({ '/ru/': 'page' }), removed)).toEqual([]);
});
