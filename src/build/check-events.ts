import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { firstOf, mustGet } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import { type Events, unraisedEvents } from '#history/events.ts';
import { Problems } from '#schema/problem.ts';
import type { Sources } from '#site/sources.ts';

/** The time and place of every event of a snapshot, by the id of its announcement. */
export function eventsOf({ model }: ContentSnapshot): Events {
  const events = model.announcements.flatMap(({ id, event, texts }) => {
    if (!event) return [];
    const places = Object.fromEntries(
      Object.values(texts).map(({ locale, eventPlace = '' }) => [locale, eventPlace]),
    );
    return [
      [
        id,
        {
          revision: event.revision,
          start: event.start.toISOString(),
          end: event.end?.toISOString(),
          online: event.online,
          places,
        },
      ] as const,
    ];
  });
  return Object.fromEntries(events.sort(([a], [b]) => byCode(a, b)));
}

/**
 * Checks that every changed event has a higher revision. Calendars ignore a change without one.
 * @param before the events of the earlier release
 * @throws {Problems} when a changed event has no higher revision
 */
export function checkEvents(
  before: Events,
  snapshot: ContentSnapshot,
  { texts }: Pick<Sources, 'texts'>,
): void {
  const placeOf = (id: string) => {
    const beginning = `${mustGet(snapshot.byId, id).folder}/index.`;
    const places = texts
      .filter(({ file }) => file.startsWith(beginning))
      .map(({ file, written }) => ({
        file,
        line: written.split('\n').findIndex((line) => line.startsWith('eventStart')) + 1,
      }));
    return places.find(({ line }) => line > 0) ?? { file: firstOf(places).file, line: 1 };
  };
  const problems = unraisedEvents(before, eventsOf(snapshot), placeOf);
  if (problems.length > 0) throw new Problems(problems);
}
