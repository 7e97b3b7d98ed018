import type { Event, Place, VirtualLocation, WithContext } from 'schema-dts';
import { inLocale } from '#lang/lookup.ts';
import { isMidnightIn, isoIn } from '#lang/time.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { articleImage } from './article-data.ts';
import type { Context } from './context.ts';
import { publisher } from './data.ts';

/**
 * The event of an announcement (schema.org Event; Google's guide "Event structured data"); undefined if it has
 * none.
 */
export function eventData(
  context: Context,
  announcement: Announcement,
  description: string,
): Array<WithContext<Event>> {
  const { site, locale } = context;
  const { event, withdrawnOn, texts, id } = announcement;
  if (!event) return [];
  const { title, eventPlace } = inLocale(texts, locale);
  const url = absolute(site, urls.announcement(locale, id));
  const place: Place[] = eventPlace
    ? [{ '@type': 'Place', name: eventPlace, address: eventPlace }]
    : [];
  const online: VirtualLocation[] = event.online
    ? [{ '@type': 'VirtualLocation', url: event.online }]
    : [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': `${url}#event`,
      url,
      name: title,
      description,
      inLanguage: locale,
      startDate: dayOrMoment(site.timeZone, event.start),
      // An end at midnight means the end of the day before, so the data name that day, as the page does.
      ...(event.end && {
        endDate: isMidnightIn(site.timeZone, event.end)
          ? dayOrMoment(site.timeZone, event.end, -1)
          : isoIn(site.timeZone, event.end),
      }),
      eventStatus: withdrawnOn
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
      eventAttendanceMode: attendance(place.length > 0, online.length > 0),
      ...(place.length + online.length > 0 && { location: [...place, ...online] }),
      ...articleImage(context, announcement),
      organizer: publisher(context),
    },
  ];
}

function attendance(hasPlace: boolean, isOnline: boolean) {
  if (!isOnline) return 'https://schema.org/OfflineEventAttendanceMode';
  return hasPlace
    ? 'https://schema.org/MixedEventAttendanceMode'
    : 'https://schema.org/OnlineEventAttendanceMode';
}

/**
 * Midnight means that the author gave no time, so it is written as a date only.
 * @param milliseconds added to the written moment, but not to the one that is tested for midnight
 */
function dayOrMoment(zone: string, moment: Date, milliseconds = 0): string {
  const written = isoIn(zone, new Date(moment.getTime() + milliseconds));
  return isMidnightIn(zone, moment) ? written.slice(0, 10) : written;
}
