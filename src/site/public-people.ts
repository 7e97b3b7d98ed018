import { announcementId, type ValidAnnouncement } from './announcement.ts';
import type { Registries, RemovedAnnouncement, WrittenAnnouncement } from './model.ts';

/**
 * The path of a portrait from the content folder.
 * @param name the file name that the person's entry gives
 */
export function portraitFile(name: string): string {
  return `people/${name}`;
}

/**
 * The people whom the public may see. A person named only by held or removed announcements is not shown. Heads of
 * divisions, and people whom no announcement names yet, are standing information and are shown.
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
 * The people named by a removed announcement who are no longer shown anywhere. The addresses of their pages end and
 * need no replacement: a removal must not fail because a person who must not be named lacks a new address.
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
