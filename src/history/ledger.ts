import { nearest } from '#lang/nearest.ts';
import { byCode } from '#lang/sort.ts';
import type { Problem } from '#schema/problem.ts';
import { type AddressKind, addressKinds } from '#schema/state.ts';
import { addressHash, noticeAddress, readNoticeAddress } from '#site/removed-address.ts';

/**
 * Every address that was ever public, as a path from the site's root, and its current kind. Of a removed announcement
 * there are only the addresses of its notices, which contain hashes of those that it had.
 */
export type Ledger = ReadonlyMap<string, AddressKind>;

/** The content of `ledger.json` (`ledgerFile` of the schema). */
export interface WrittenLedger {
  readonly format: 1;
  readonly addresses: Readonly<Record<AddressKind, readonly string[]>>;
}

/** The content of `ledger.json`, sorted, so that two ledgers can be compared line by line. */
export function writtenLedger(ledger: Ledger): WrittenLedger {
  const ofKind = (kind: AddressKind) =>
    [...ledger]
      .filter(([, each]) => each === kind)
      .map(([address]) => address)
      .sort(byCode);
  return {
    format: 1,
    addresses: Object.fromEntries(addressKinds.map((kind) => [kind, ofKind(kind)])) as Record<
      AddressKind,
      string[]
    >,
  };
}

/** Converts the content of `ledger.json` into a ledger. Older versions of Jarshy wrote the addresses of what was removed. */
export function readLedger({ addresses }: WrittenLedger): Ledger {
  return withoutNames(
    new Map(
      addressKinds.flatMap((kind) => addresses[kind].map((address) => [address, kind] as const)),
    ),
  );
}

/**
 * The ledger after a release. It drops the addresses of removed announcements and those below them, because they can
 * reveal what had to be removed. The addresses of their notices are kept.
 */
export function addToLedger(before: Ledger, now: Ledger): Ledger {
  const [earlier, current] = [withoutNames(before), withoutNames(now)];
  const removed = removedIn(current);
  const returned = returnedIn(removedIn(earlier), current);
  return new Map(
    [...earlier, ...current].filter(([address]) =>
      readNoticeAddress(address)
        ? current.has(address) || !returned.has(address)
        : !isRemoved(address, removed),
    ),
  );
}

/**
 * The notices of earlier removals about which the content says nothing any more. They are still published.
 * @param now the addresses of the content
 */
export function forgottenNotices(before: Ledger, now: Ledger): Ledger {
  const [earlier, current] = [withoutNames(before), withoutNames(now)];
  const returned = returnedIn(removedIn(earlier), current);
  return new Map(
    [...earlier].filter(
      ([address, kind]) => kind === 'removed' && !current.has(address) && !returned.has(address),
    ),
  );
}

/**
 * Reports the addresses of a ledger that a site would no longer answer. The remedy is a line to paste.
 * @param now the addresses of the site
 */
export function lostAddresses(before: Ledger, now: Ledger): Problem[] {
  const [earlier, current] = [withoutNames(before), withoutNames(now)];
  const removed = removedIn(current);
  const returned = returnedIn(removedIn(earlier), current);
  const fresh = [...current].filter(([address]) => !earlier.has(address));
  return [...earlier]
    .filter(
      ([address]) =>
        !current.has(address) && !returned.has(address) && !isRemoved(address, removed),
    )
    .map(([address, kind]) => {
      const successor = nearest(
        address,
        fresh.filter(([, other]) => other === kind).map(([other]) => other),
      );
      const line = `${address}: moved to ${successor ?? `/${address.split('/')[1]}/`}`;
      return {
        id: kind === 'announcement' || kind === 'removed' ? 'lost-announcement' : 'lost-address',
        file: 'permalinks.yaml',
        params: { address, line, nearest: successor ?? '' },
      };
    });
}

/** The addresses that an earlier ledger contains as public and a later one contains as removed. */
export function addressesRemovedSince(before: Ledger, now: Ledger): string[] {
  const removed = removedIn(withoutNames(now));
  return [...withoutNames(before)]
    .filter(([address, kind]) => kind !== 'removed' && isRemoved(address, removed))
    .map(([address]) => address);
}

/** The same ledger, with the notice in place of every removed address. */
function withoutNames(ledger: Ledger): Ledger {
  const named = (address: string, kind: AddressKind) =>
    kind === 'removed' && !readNoticeAddress(address);
  if (![...ledger].some(([address, kind]) => named(address, kind))) return ledger;
  return new Map(
    [...ledger].map(([address, kind]) => [
      named(address, kind) ? noticeAddress(address.split('/')[1] ?? '', address) : address,
      kind,
    ]),
  );
}

/** The hashes of removed addresses, each with the address of its notice. */
function removedIn(ledger: Ledger): Map<string, string> {
  return new Map(
    [...ledger.keys()].flatMap((address) => {
      const notice = readNoticeAddress(address);
      return notice ? [[notice.hash, address] as const] : [];
    }),
  );
}

/** The notices whose announcement is public again at its old address. */
function returnedIn(removed: ReadonlyMap<string, string>, now: Ledger): Set<string> {
  if (removed.size === 0) return new Set();
  return new Set([...now.keys()].flatMap((address) => removed.get(addressHash(address)) ?? []));
}

/** Whether an address was removed, or names a file beside a removed page: `/ru/news/2026/x/plan.pdf`. */
function isRemoved(address: string, removed: ReadonlyMap<string, string>): boolean {
  if (removed.size === 0 || readNoticeAddress(address)) return false;
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  return removed.has(addressHash(address)) || removed.has(addressHash(folder));
}
