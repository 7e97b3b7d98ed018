import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { inLocale, must, mustGet } from '#lang/lookup.ts';
import { dayIn, isMidnightIn } from '#lang/time.ts';
import { eventId } from '#site/ids.ts';
import type { Announcement, AnnouncementId, EventFacts, Site } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { lastChange } from '#outputs/feeds/feed-entry.ts';

/** A list of events for calendar programs, independent of the format it is written in. */
export interface Calendar {
  readonly name: string;
  readonly language: Locale;
  /** The absolute address of this document. */
  readonly self: string;
  readonly events: readonly CalendarEvent[];
}

/** One event of a calendar. */
export interface CalendarEvent {
  /** Never changes, and is the same in every language. */
  readonly id: string;
  /** Increases with each change that attendees must learn about (RFC 5545, section 3.8.7.4). */
  readonly sequence: number;
  /**
   * For an all-day event, `start` is midnight UTC of the first day and `end` is midnight UTC of the day after the
   * last.
   */
  readonly start: Date;
  readonly end: Date | undefined;
  readonly wholeDays: boolean;
  readonly title: string;
  readonly description: string;
  readonly place: string | undefined;
  /** The absolute address of the announcement's page. */
  readonly url: string;
  readonly created: Date;
  readonly changed: Date;
  readonly cancelled: boolean;
}

/** The calendar of one event. A person imports it into their own calendar. */
export function eventCalendar(
  snapshot: ContentSnapshot,
  { locale, id }: { locale: Locale; id: AnnouncementId },
): Calendar {
  const { site } = snapshot.model;
  const announcement = mustGet(snapshot.byId, id);
  return {
    name: inLocale(announcement.texts, locale, announcement.id).title,
    language: locale,
    self: absolute(site, urls.event(locale, id)),
    events: [calendarEvent(snapshot, locale, announcement)],
  };
}

/**
 * The calendar of all events in a language, which people subscribe to. Withdrawn events stay in it, marked as
 * cancelled: if they were dropped, they would stay in the calendars of subscribers.
 */
export function siteCalendar(snapshot: ContentSnapshot, locale: Locale): Calendar {
  const { site, announcements } = snapshot.model;
  const events = announcements.filter(({ event, texts }) => event && texts[locale]);
  return {
    name: inLocale(site.name, locale),
    language: locale,
    self: absolute(site, urls.calendar(locale)),
    events: events.map((announcement) => calendarEvent(snapshot, locale, announcement)),
  };
}

function calendarEvent(
  { model }: ContentSnapshot,
  locale: Locale,
  announcement: Announcement,
): CalendarEvent {
  const { site } = model;
  const { withdrawnOn, texts, published, id } = announcement;
  const event = must(announcement.event, 'event of an announcement');
  const { title, summary, body, eventPlace, ...text } = inLocale(texts, locale);
  const { online, revision } = event;
  const url = absolute(site, urls.announcement(locale, id));
  return {
    id: eventId(site, announcement),
    // A withdrawal counts as a change of its own (RFC 5546, section 3.2.5).
    sequence: revision + (withdrawnOn ? 1 : 0),
    ...span(site, event),
    title,
    description: [summary ?? body.lead, online, url].filter(Boolean).join('\n'),
    place: eventPlace ?? online,
    url,
    created: published,
    changed: lastChange(text, withdrawnOn),
    cancelled: withdrawnOn !== undefined,
  };
}

/** An event given as days without a time is an all-day event, whatever the reader's time zone. */
function span(
  { timeZone }: Site,
  { start, end }: EventFacts,
): Pick<CalendarEvent, 'start' | 'end' | 'wholeDays'> {
  const wholeDays = isMidnightIn(timeZone, start) && (!end || isMidnightIn(timeZone, end));
  if (!wholeDays) return { start, end, wholeDays };
  const day = (moment: Date, later = 0) => {
    const { year, month, day: ofMonth } = dayIn(timeZone, moment);
    return new Date(Date.UTC(year, month - 1, ofMonth + later));
  };
  return { start: day(start), end: end ? day(end) : day(start, 1), wholeDays };
}
