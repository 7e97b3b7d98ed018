import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Calendar, CalendarEvent } from './calendar.ts';

/**
 * Writes a calendar as iCalendar (RFC 5545). Times are in UTC, so the file needs no time zone rules. Almaty was at
 * +06:00 until 2024-03-01 and has been at +05:00 since, and not every program knows about that change.
 */
export function writeIcs({ name, language, self, events }: Calendar): string {
  const calendar = new ICalCalendar({
    name: plain(name),
    prodId: { company: 'Jarshy', product: 'Jarshy', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    source: self,
    // How often a subscriber should fetch the calendar, in seconds (RFC 7986, section 5.7).
    ttl: 6 * 60 * 60,
  });
  if (events.length === 0) calendar.timezone({ name: 'Etc/UTC', generator: () => utc });
  for (const event of events) calendar.createEvent(eventData(event));
  return `${calendar.toString()}\r\n`;
}

/**
 * A calendar must have a component (RFC 5545, section 3.6), and the address of one that people subscribe to stays when
 * it has no event. A time zone is a component that no program shows.
 */
const utc = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

function eventData({
  id,
  sequence,
  start,
  end,
  wholeDays,
  title,
  description,
  place,
  url,
  created,
  changed,
  cancelled,
}: CalendarEvent) {
  return {
    id,
    sequence,
    // Not the time of the build: the same event must give the same bytes.
    stamp: changed,
    created,
    lastModified: changed,
    start,
    end: end ?? null,
    allDay: wholeDays,
    summary: plain(title),
    description: plain(description),
    location: place === undefined ? null : plain(place),
    url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // An event of the press office does not make the subscriber busy.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/**
 * Removes the characters that iCalendar cannot hold (section 3.1: no control characters except tab and line
 * breaks).
 */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
}
