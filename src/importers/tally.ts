import type { ImportNote } from './imported.ts';

/** The notes that only say how often something occurred. */
export type CountedId = Extract<ImportNote, { readonly params: { readonly count: unknown } }>['id'];

/** Counts what a reader omits or changes, to report each kind once. */
export interface Tally {
  count(id: CountedId, by?: number): void;
  say(note: ImportNote): void;
  notes(): ImportNote[];
}

/** Creates an empty tally. */
export function createTally(): Tally {
  const counts = new Map<CountedId, number>();
  const said: ImportNote[] = [];
  return {
    count: (id, by = 1) => {
      if (by > 0) counts.set(id, (counts.get(id) ?? 0) + by);
    },
    say: (note) => {
      if (!said.some((one) => JSON.stringify(one) === JSON.stringify(note))) said.push(note);
    },
    notes: () => [
      ...[...counts].map(([id, count]): ImportNote => ({ id, params: { count: String(count) } })),
      ...said,
    ],
  };
}
