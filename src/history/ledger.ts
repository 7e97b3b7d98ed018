import { nearest } from '#lang/nearest.ts';
import { byCode } from '#lang/sort.ts';
import type { Problem } from '#schema/problem.ts';
import { type AddressKind, addressKinds } from '#schema/state.ts';

/** Every public address that ever was, as a path from the site's root, and what it is the address of now. */
export type Ledger = ReadonlyMap<string, AddressKind>;

/** What `ledger.json` says (`ledgerFile` of the schema). */
export interface WrittenLedger {
  readonly format: 1;
  readonly addresses: Readonly<Record<AddressKind, readonly string[]>>;
}

/** Sorted, so that two ledgers can be compared line by line. */
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

export function readLedger({ addresses }: WrittenLedger): Ledger {
  return new Map(
    addressKinds.flatMap((kind) => addresses[kind].map((address) => [address, kind] as const)),
  );
}

/**
 * The ledger after a release. It forgets one thing: what lay beneath a removed announcement, for the names of files can
 * say what had to be removed. The address of the announcement itself stands for them.
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
 * The addresses of a ledger that a site would no longer answer, as problems with a remedy to be pasted.
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

/** What a site of an earlier ledger showed and a later one says has been removed. */
export function addressesRemovedSince(before: Ledger, now: Ledger): string[] {
  return [...removedIn(now)].filter(
    (address) => before.has(address) && before.get(address) !== 'removed',
  );
}

function removedIn(ledger: Ledger): Set<string> {
  return new Set([...ledger].filter(([, kind]) => kind === 'removed').map(([address]) => address));
}

/** Whether an address lies in the folder of one of these: `/ru/news/2026/x/plan.pdf` in `/ru/news/2026/x/`. */
function isBeneath(address: string, folders: ReadonlySet<string>): boolean {
  return (
    folders.size > 0 &&
    folders.has(address.slice(0, address.lastIndexOf('/') + 1)) &&
    !address.endsWith('/')
  );
}
