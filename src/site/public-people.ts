import type { ValidAnnouncement } from './announcement.ts';
import type { Registries, WrittenAnnouncement } from './model.ts';

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
