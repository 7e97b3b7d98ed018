import type { Kind } from '#schema/announcement.ts';
import { createRandom } from './random.ts';
import { offices, persons, topics } from './reference.ts';

/** The facts of a generated announcement, which all its languages share. */
export interface Facts {
  /** The folder below `announcements/`: `2026/roads-00042`. */
  readonly id: string;
  /** Every day is written like `2026-10-01`. */
  readonly date: string;
  readonly kind: Kind;
  readonly topics: readonly string[];
  readonly divisions: readonly string[];
  readonly people: readonly string[];
  readonly expires?: string;
  readonly eventStart?: string;
  readonly eventEnd?: string;
}

/** The day of the newest announcements. A build must run as of a later moment, or they count as embargoed. */
export const newestDay = '2026-10-01';
const perDay = 10;

/** The percentage of announcements of each kind. */
const shares = { news: 70, meeting: 12, event: 10, statement: 5, alert: 3 } satisfies Record<
  Kind,
  number
>;
const kindsByShare = Object.entries(shares).flatMap(([kind, share]) =>
  Array<Kind>(share).fill(kind as Kind),
);

/**
 * The facts of the announcement at `index`. Index 0 is one of the newest. The facts do not depend on the total number:
 * a larger corpus is a smaller one with older announcements added.
 */
export function factsOf(index: number, seed: number): Facts {
  const random = createRandom(`${seed}/facts/${index}`);
  const date = daysAfter(newestDay, -Math.floor(index / perDay));
  const kind = random.pick(kindsByShare);
  const about = random.some(Object.keys(topics), random.int(1, 3));
  return {
    // The days are in the site's time zone, so the year can be taken from the written date.
    id: `${date.slice(0, 4)}/${about[0]}-${String(index).padStart(5, '0')}`,
    date,
    kind,
    topics: about,
    divisions: random.some(Object.keys(offices), random.int(1, 2)),
    people: random.some(Object.keys(persons), random.int(0, 1)),
    ...(kind === 'alert' && { expires: daysAfter(date, random.int(1, 10)) }),
    ...(kind === 'event' && eventDays(daysAfter(date, random.int(3, 20)), random.int(0, 2))),
  };
}

function eventDays(eventStart: string, length: number) {
  return { eventStart, eventEnd: daysAfter(eventStart, length) };
}

/**
 * Adds days to a date.
 * @param day written like `2026-10-01`
 */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
