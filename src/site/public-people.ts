import type { ValidAnnouncement } from './announcement.ts';
import type { Announcement, Person } from './model.ts';
import type { Registry } from './read-registry.ts';

/**
 * The people whom the public may see: a person that only held or removed announcements name is held with them.
 * Heads of divisions, and people whom nothing names yet, are part of the standing information.
 */
export function publicPeople(
  { people, divisions }: Registry,
  sound: readonly ValidAnnouncement[],
  announcements: readonly Announcement[],
): Map<string, Person> {
  const named = new Set(
    sound.flatMap(({ facts }) => [
      ...(facts.people ?? []),
      ...(facts.contact ? [facts.contact] : []),
    ]),
  );
  const shown = new Set(
    announcements.flatMap(({ people: ids, contact }) => [...ids, ...(contact ? [contact] : [])]),
  );
  for (const { head } of divisions.values()) if (head) shown.add(head);
  return new Map([...people].filter(([id]) => shown.has(id) || !named.has(id)));
}
