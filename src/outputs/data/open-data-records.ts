import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { must, mustGet } from '#lang/lookup.ts';
import { isMidnightIn, isoIn } from '#lang/time.ts';
import { attachmentTypes, endingOf } from '#schema/attachment.ts';
import { perRegistry } from '#schema/registry-names.ts';
import type { AnnouncementData, AnnouncementsData, OutcomesData } from '#schema/open-data.ts';
import type { Announcement, AnnouncementText, Outcome, PictureUse } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';

type Text = AnnouncementData['texts'][string];

/** An announcement with everything that its pages show, in all its languages. Removed announcements have no record. */
export function announcementRecord(
  snapshot: ContentSnapshot,
  announcement: Announcement,
): AnnouncementData {
  return {
    ...facts(snapshot, announcement),
    texts: perText(announcement, (text) => wholeText(snapshot, announcement, text)),
  };
}

/** The number of announcements on a page of data. */
const perPage = 100;

/** The number of pages of data. Page 1 exists even if there are no announcements. */
export function dataPages({ model }: ContentSnapshot): number {
  return Math.max(1, Math.ceil(model.announcements.length / perPage));
}

/**
 * The announcements on a page of data, newest first. The oldest are on page 1, so a full page does not change when
 * more are published.
 */
export function onDataPage(
  { model: { announcements } }: ContentSnapshot,
  page: number,
): readonly Announcement[] {
  const end = announcements.length - (page - 1) * perPage;
  return announcements.slice(Math.max(0, end - perPage), end);
}

/** A page of data: its announcements, newest first, and its place among the other pages. */
export function dataPage(snapshot: ContentSnapshot, page: number): AnnouncementsData {
  const { site } = snapshot.model;
  const pages = dataPages(snapshot);
  const at = (other: number) =>
    other >= 1 && other <= pages ? absolute(site, urls.dataPage(other)) : undefined;
  return {
    name: site.name,
    page,
    pages,
    older: at(page - 1),
    newer: at(page + 1),
    announcements: onDataPage(snapshot, page).map((announcement) => ({
      ...facts(snapshot, announcement),
      texts: perText(announcement, (text) => heading(snapshot, announcement, text)),
    })),
  };
}

/**
 * The decisions of meetings: what was decided, who must do it, by when, and the result. Withdrawn announcements are
 * left out.
 */
export function outcomesRecord({ model: { site, announcements } }: ContentSnapshot): OutcomesData {
  const outcomes = announcements
    .filter(({ withdrawnOn }) => !withdrawnOn)
    .flatMap((announcement) => {
      const texts = Object.values(announcement.texts);
      const [first] = texts.filter((text) => text.outcomes.length > 0);
      return (first?.outcomes ?? []).map((outcome, index) => {
        const { text: _, ...rest } = outcomeData(site.timeZone, outcome);
        const inLanguages = texts.flatMap(({ locale, outcomes: all }) =>
          all[index]
            ? [
                [
                  locale,
                  {
                    text: all[index].text,
                    url: absolute(site, urls.announcement(locale, announcement.id)),
                  },
                ] as const,
              ]
            : [],
        );
        return {
          ...rest,
          announcement: announcement.id,
          decided: isoIn(site.timeZone, announcement.published),
          data: absolute(site, urls.dataOf(announcement.id)),
          texts: Object.fromEntries(inLanguages),
        };
      });
    });
  return { outcomes };
}

function facts(
  { model: { site } }: ContentSnapshot,
  announcement: Announcement,
): Omit<AnnouncementData, 'texts'> {
  const { id, kind, published, event, expires, withdrawnOn } = announcement;
  const iso = (moment: Date) => isoIn(site.timeZone, moment);
  return {
    id,
    kind,
    published: iso(published),
    ...perRegistry((name) => [...announcement[name]]),
    event: event && {
      start: iso(event.start),
      end: event.end && iso(event.end),
      online: event.online,
      revision: event.revision,
    },
    expires: expires && iso(expires),
    withdrawn: withdrawnOn && iso(withdrawnOn),
    data: absolute(site, urls.dataOf(id)),
  };
}

function perText<Value>(
  { texts }: Announcement,
  value: (text: AnnouncementText) => Value,
): Record<Locale, Value> {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, value(text)]));
}

function heading(
  { model: { site } }: ContentSnapshot,
  { id }: Announcement,
  { locale, title, summary, body, appeared, updated }: AnnouncementText,
) {
  return {
    url: absolute(site, urls.announcement(locale, id)),
    title,
    summary: summary ?? body.lead,
    appeared: isoIn(site.timeZone, appeared),
    updated: isoIn(site.timeZone, updated),
  };
}

function wholeText(
  snapshot: ContentSnapshot,
  announcement: Announcement,
  text: AnnouncementText,
): Text {
  const {
    model: { site },
    sizes,
  } = snapshot;
  const { portable, plain } = text.body;
  const {
    translatedFrom,
    machineTranslated,
    withdrawnReason,
    eventPlace,
    cover,
    gallery,
    attachments,
    outcomes,
    corrections,
    updates,
    locale,
  } = text;
  const head = heading(snapshot, announcement, text);
  return {
    ...head,
    html: portable,
    plain,
    translatedFrom,
    machineTranslated,
    withdrawnReason: announcement.withdrawnOn && withdrawnReason,
    eventPlace,
    cover: cover && pictureData(snapshot, cover),
    gallery: gallery.map((use) => pictureData(snapshot, use)),
    attachments: attachments.map(({ file, name, title }) => ({
      url: absolute(site, urls.attachment(locale, announcement.id, name)),
      type: must(attachmentTypes[endingOf(name)], 'type of an attachment'),
      bytes: mustGet(sizes, file),
      title,
    })),
    outcomes: outcomes.map((outcome) => outcomeData(site.timeZone, outcome)),
    corrections: corrections.map(({ date, note }) => ({
      date: isoIn(site.timeZone, date).slice(0, 10),
      note,
    })),
    // Only where there are any: the fingerprints in the logs of older releases know no such field.
    ...(updates.length > 0 && {
      updates: updates.map(({ at, text: words }) => ({
        at: isoIn(site.timeZone, at),
        text: words,
      })),
    }),
  };
}

/** Gives a picture in the format that every program can show. */
function pictureData(
  { model: { site }, pictures }: ContentSnapshot,
  { file, alt, caption, credit }: PictureUse,
) {
  const { name, type, width, height } = mustGet(pictures, file).fallback;
  return { url: absolute(site, urls.picture(name)), type, width, height, alt, caption, credit };
}

/** A due moment at midnight means the end of the day before, so the data name that day, as the pages do. */
function outcomeData(zone: string, { text, division, due, status }: Outcome) {
  const lastDay = due && (isMidnightIn(zone, due) ? new Date(due.getTime() - 1) : due);
  return { text, division, due: lastDay && isoIn(zone, lastDay).slice(0, 10), status };
}
