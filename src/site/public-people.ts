import { announcementId, type ValidAnnouncement } from './announcement.ts';
import type { Registries, RemovedAnnouncement, WrittenAnnouncement } from './model.ts';

/** The path of a portrait from the content folder. @param name of the file, as the person's entry says it */
export function portraitFile(name: string): string {
  return `people/${name}`;
}

/**
 * The people whom the public may see: a person that only held or removed announcements name is held with them.
 * Heads of divisions, and people whom nothing names yet, are part of the standing information.
 */
export function publicPeople(
  { people, divisions }: Registries,
  sound: readonly ValidAnnouncement[],
  announcements: readonly WrittenAnnouncement[],
): Registries['people'] {
  const named = new Set(sound.flatMap(namedIn));
  const shown = new Set(
    announcements.flatMap(({ people: ids, contact }) => [...ids, ...(contact ? [contact] : [])]),
  );
  for (const { head } of divisions.values()) if (head) shown.add(head);
  return new Map([...people].filter(([id]) => shown.has(id) || !named.has(id)));
}

/**
 * The people whom a removed announcement names and whom nothing shows any more. Their addresses end with it and nothing has to
 * take their place: a removal must not be refused for want of an address for a person who must not be named.
 */
export function endedPeople(
  { people }: Registries,
  shown: Registries['people'],
  sound: readonly ValidAnnouncement[],
  removed: readonly RemovedAnnouncement[],
): string[] {
  const ids = new Set(removed.map(({ id }) => id));
  const named = sound.filter((one) => ids.has(announcementId(one))).flatMap(namedIn);
  return [...new Set(named)].filter((id) => people.has(id) && !shown.has(id));
}

function namedIn({ facts: { people = [], contact } }: ValidAnnouncement): string[] {
  return contact === undefined ? people : [...people, contact];
}
