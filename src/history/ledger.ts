import { nearest } from '#lang/nearest.ts';
import { byCode } from '#lang/sort.ts';
import type { Problem } from '#schema/problem.ts';
import { type AddressKind, addressKinds } from '#schema/state.ts';

/** Every address that was ever public, as a path from the site's root, and its current kind. */
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

/** Converts the content of `ledger.json` into a ledger. */
export function readLedger({ addresses }: WrittenLedger): Ledger {
  return new Map(
    addressKinds.flatMap((kind) => addresses[kind].map((address) => [address, kind] as const)),
  );
}

/**
 * The ledger after a release. It drops the addresses below a removed announcement, because file names can reveal what
 * had to be removed. The address of the announcement itself is kept.
 */
export function addToLedger(before: Ledger, now: Ledger): Ledger {
  const removed = removedIn(now);
  return new Map(
    [...before, ...now].filter(
      ([address, kind]) => kind === 'removed' || !isBeneath(address, removed),
    ),
  );
}

/**
 * Reports the addresses of a ledger that a site would no longer answer. The remedy is a line to paste.
 * @param now the addresses of the site
 */
export function lostAddresses(before: Ledger, now: Ledger): Problem[] {
  const removed = removedIn(now);
  const fresh = [...now].filter(([address]) => !before.has(address));
  return [...before]
    .filter(([address]) => !now.has(address) && !isBeneath(address, removed))
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
  return [...removedIn(now)].filter(
    (address) => before.has(address) && before.get(address) !== 'removed',
  );
}

function removedIn(ledger: Ledger): Set<string> {
  return new Set([...ledger].filter(([, kind]) => kind === 'removed').map(([address]) => address));
}

/** Whether an address is a file in one of these folders: `/ru/news/2026/x/plan.pdf` in `/ru/news/2026/x/`. */
function isBeneath(address: string, folders: ReadonlySet<string>): boolean {
  return (
    folders.size > 0 &&
    folders.has(address.slice(0, address.lastIndexOf('/') + 1)) &&
    !address.endsWith('/')
  );
}
