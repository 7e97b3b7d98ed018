import type { Problem } from '#schema/problem.ts';
import type { EventsFile } from '#schema/state.ts';

/** The times and places of each public event, by the id of its announcement, as last published to calendars. */
export type Events = EventsFile['events'];

/**
 * Reports events that have changed without a higher revision. Calendars that have the event ignore such a change
 * (`SEQUENCE`, RFC 5545, section 3.8.7.4).
 * @param placeOf returns where the start of an event is written
 */
export function unraisedEvents(
  before: Events,
  now: Events,
  placeOf: (id: string) => Pick<Problem, 'file' | 'line'>,
): Problem[] {
  return Object.entries(now).flatMap(([id, event]): Problem[] => {
    const known = before[id];
    if (!known || event.revision > known.revision || !isChanged(known, event)) return [];
    return [
      {
        id: 'event-revision',
        ...placeOf(id),
        params: { line: `eventRevision: ${known.revision + 1}` },
      },
    ];
  });
}

/** A language that was added later, or is gone, is not a change. */
function isChanged(before: Events[string], now: Events[string]): boolean {
  const isElsewhere = Object.entries(now.places).some(
    ([locale, place]) => locale in before.places && before.places[locale] !== place,
  );
  return (
    before.start !== now.start ||
    before.end !== now.end ||
    before.online !== now.online ||
    isElsewhere
  );
}
