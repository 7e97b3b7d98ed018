import type { Problem } from '#schema/problem.ts';
import type { EventsFile } from '#schema/state.ts';

/** When and where each public event is, by the id of its announcement, as calendars were told. */
export type Events = EventsFile['events'];

/**
 * Events that calendars know otherwise and would not take anew: they go by the revision (`SEQUENCE`, RFC 5545, section 3.8.7.4).
 * @param placeOf where the beginning of an event is written
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

/** A language that came out later, or is gone, changes nothing. */
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
