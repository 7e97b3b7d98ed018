import type { Clock } from '#clock.ts';
import { firstOf } from '#lang/lookup.ts';
import type { WrittenAnnouncement, WrittenText } from '#site/model.ts';
import { readSite } from '#site/read-site.ts';
import { byLocation, type CalendarEntry, calendarKinds } from './status.ts';

/**
 * The calendar of a content folder; empty when `site.yaml` cannot be read.
 * @param folder the content folder
 */
export function calendarOf(folder: string, clock: Clock): CalendarEntry[] {
  const { model } = readSite({ folder, clock, showHeld: true });
  return model ? findCalendar(model.announcements, clock.now) : [];
}

/** How many days the calendar shows. */
const days = 42;

/** A moment of an announcement, before it is known whether it lies in the weeks that are shown. */
type Moment = readonly [kind: CalendarEntry['kind'], at: Date | undefined];

/**
 * What comes out, starts, ends and expires in the next six weeks. A text that comes out is named in its language, all
 * else once for the announcement.
 */
function findCalendar(announcements: readonly WrittenAnnouncement[], now: Date): CalendarEntry[] {
  const end = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  const entries = announcements.flatMap(({ id, texts, event, expires, withdrawnOn }) => {
    if (withdrawnOn) return [];
    const entry = ({ locale, title, source }: WrittenText, [kind, at]: Moment): CalendarEntry[] =>
      at ? [{ id, locale, title, file: source.file, kind, at }] : [];
    const all = Object.values(texts);
    const shared: Moment[] = [
      ['starts', event?.start],
      ['ends', event?.end],
      ['expires', expires],
    ];
    return [
      ...all.filter(({ draft }) => !draft).flatMap((text) => entry(text, ['out', text.appeared])),
      ...shared.flatMap((moment) => entry(firstOf(all), moment)),
      ...firstOf(all).outcomes.flatMap(({ due, status }) =>
        entry(firstOf(all), ['due', status === 'open' ? due : undefined]),
      ),
    ];
  });
  return entries
    .filter(({ at }) => at > now && at <= end)
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() ||
        byLocation(a, b) ||
        calendarKinds.indexOf(a.kind) - calendarKinds.indexOf(b.kind),
    );
}
