import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { isoIn } from '#lang/time.ts';
import { perRegistry } from '#schema/registry-names.ts';
import type { Announcement, AnnouncementText } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';

type Column = (
  snapshot: ContentSnapshot,
  announcement: Announcement,
  text: AnnouncementText,
) => string;

/** The columns of `announcements.csv`: the name of each, and the function that gives its value. */
const columns = {
  id: (_snapshot, { id }) => id,
  language: (_snapshot, _announcement, { locale }) => locale,
  url: ({ model }, { id }, { locale }) => absolute(model.site, urls.announcement(locale, id)),
  title: (_snapshot, _announcement, { title }) => title,
  summary: (_snapshot, _announcement, { summary, body }) => summary ?? body.lead,
  kind: (_snapshot, { kind }) => kind,
  published: ({ model }, { published }) => isoIn(model.site.timeZone, published),
  appeared: ({ model }, _announcement, { appeared }) => isoIn(model.site.timeZone, appeared),
  updated: ({ model }, _announcement, { updated }) => isoIn(model.site.timeZone, updated),
  ...perRegistry(
    (id): Column =>
      (_snapshot, announcement) =>
        announcement[id].join(' '),
  ),
  eventStart: ({ model }, { event }) => (event ? isoIn(model.site.timeZone, event.start) : ''),
  eventEnd: ({ model }, { event }) => (event?.end ? isoIn(model.site.timeZone, event.end) : ''),
  eventPlace: (_snapshot, _announcement, { eventPlace }) => eventPlace ?? '',
  withdrawn: ({ model }, { withdrawnOn }) =>
    withdrawnOn ? isoIn(model.site.timeZone, withdrawnOn) : '',
  text: (_snapshot, _announcement, { body }) => body.plain,
} satisfies Record<string, Column>;

/**
 * Writes every text as one row of a CSV table (RFC 4180), newest first. The file is UTF-8 and begins with a byte
 * order mark, because Excel detects UTF-8 only by that mark. No cell can run as a formula: a value that a
 * spreadsheet would read as one is prefixed with an apostrophe (OWASP, "CSV injection").
 */
export function writeCsv(snapshot: ContentSnapshot): string {
  const rows = snapshot.model.announcements.flatMap((announcement) =>
    Object.values(announcement.texts).map((text) =>
      Object.values(columns).map((cell) => cell(snapshot, announcement, text)),
    ),
  );
  return `\ufeff${[Object.keys(columns), ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
