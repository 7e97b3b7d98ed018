import type { Snapshot } from '#snapshot/snapshot.ts';
import { scopeTitle } from '#snapshot/scopes.ts';
import type { Locale } from '#lang/locale.ts';
import { attachmentTypes, endingOf } from '#schema/attachment.ts';
import { entryId, removedEntryId } from '#site/ids.ts';
import type {
  Announcement,
  AnnouncementId,
  AnnouncementText,
  RemovedAnnouncement,
} from '#site/model.ts';
import { addressHash, noticeAddress } from '#site/removed-address.ts';
import { categories, taxonomies } from '#site/taxonomies.ts';
import { absolute, urls } from '#site/urls.ts';
import { dateText } from '#views/parts/link.ts';
import { inLocale, must, mustGet } from '#lang/lookup.ts';
import { feedContent } from './feed-content.ts';

/** One text of an announcement as an entry of a feed. All addresses are absolute. */
export interface FeedEntry {
  /** Never changes, whatever else does: see `site/ids.ts`. */
  readonly id: string;
  /** The page of the announcement. */
  readonly url: string;
  readonly language: Locale;
  /** The same announcement in the other languages in which it came out. */
  readonly alternates: readonly Alternate[];
  readonly title: string;
  readonly summary: string;
  /** The whole text as HTML; empty if the announcement was removed. */
  readonly content: string;
  /** When the text came out in this language. */
  readonly published: Date;
  /** The last change that readers should learn about: publication, correction, withdrawal or removal. */
  readonly updated: Date;
  readonly categories: readonly Category[];
  readonly author: string;
  readonly cover: FeedFile | undefined;
  readonly attachments: readonly FeedFile[];
}

/** A language version of a page. */
export interface Alternate {
  readonly language: Locale;
  readonly url: string;
}

/** A taxonomy entry that feeds list as a category. */
export interface Category {
  /** The same in every language, for example `topics/public-safety`. */
  readonly term: string;
  readonly label: string;
}

/** A file that belongs to an entry. */
export interface FeedFile {
  readonly url: string;
  readonly type: string;
  /** In bytes. */
  readonly length: number;
  readonly title: string;
}

/** The feed entry of a public announcement in one language. */
export function announcementEntry(
  snapshot: Snapshot,
  locale: Locale,
  announcement: Announcement,
): FeedEntry {
  const { model } = snapshot;
  const { id, withdrawnOn, texts } = announcement;
  const context = snapshot.language(locale);
  const text = inLocale(texts, locale);
  const url = absolute(model.site, urls.announcement(locale, id));
  const notice =
    withdrawnOn &&
    `${context.t('announcement.withdrawn', { date: dateText(context, withdrawnOn).text })} — ${must(text.withdrawnReason, 'reason of withdrawal')}`;
  return {
    id: entryId(model.site, locale, announcement),
    url,
    language: locale,
    alternates: alternates(snapshot, locale, id, Object.keys(texts)),
    title: text.title,
    // Feed readers show the summary in lists, so the notice of withdrawal takes its place.
    summary: notice ?? text.summary ?? text.body.lead,
    content: feedContent(context, announcement, url),
    published: text.appeared,
    updated: lastChange(text, withdrawnOn),
    categories: categories.flatMap((type) =>
      taxonomies[type].of(announcement).map((scope) => ({
        term: `${type}/${scope}`,
        label: scopeTitle(model, locale, { type, id: scope }),
      })),
    ),
    author: inLocale(model.site.publisher.name, locale),
    cover: cover(snapshot, text),
    attachments: attachments(snapshot, locale, announcement),
  };
}

/**
 * The entry of a removed announcement. It says only that an announcement was removed, and why. Its id has a hash in place
 * of the name of the announcement.
 */
export function removedEntry(
  snapshot: Snapshot,
  locale: Locale,
  removed: RemovedAnnouncement,
): FeedEntry {
  const { site, strings } = snapshot.model;
  const { id, removedOn, reasons, appeared } = removed;
  const title = mustGet(strings, locale).t('announcement.removedTitle');
  const notice = (language: Locale) =>
    absolute(site, noticeAddress(language, urls.announcement(language, id)));
  return {
    id: removedEntryId(site, locale, addressHash(urls.announcement(locale, id))),
    url: notice(locale),
    language: locale,
    alternates: Object.keys(appeared)
      .filter((other) => other !== locale)
      .map((language) => ({ language, url: notice(language) })),
    title,
    summary: reasons[locale] ?? title,
    content: '',
    published: inLocale(appeared, locale),
    updated: removedOn,
    categories: [],
    author: inLocale(site.publisher.name, locale),
    cover: undefined,
    attachments: [],
  };
}

/** The moment that feeds call "updated". */
export function lastChange(
  { updated }: Pick<AnnouncementText, 'updated'>,
  withdrawnOn: Date | undefined,
): Date {
  return withdrawnOn && withdrawnOn > updated ? withdrawnOn : updated;
}

function alternates(
  { model }: Snapshot,
  locale: Locale,
  id: AnnouncementId,
  locales: readonly Locale[],
): Alternate[] {
  return locales
    .filter((other) => other !== locale)
    .map((language) => ({ language, url: absolute(model.site, urls.announcement(language, id)) }));
}

/** The cover in the format that every program can show. */
function cover(
  { model, pictures, pictureSizes }: Snapshot,
  { cover: use }: AnnouncementText,
): FeedFile | undefined {
  if (!use) return undefined;
  const { name, type } = mustGet(pictures, use.file).fallback;
  const length = pictureSizes.get(name);
  // A wrong length is worse than no enclosure: players stop downloading at that length.
  return length === undefined
    ? undefined
    : { url: absolute(model.site, urls.picture(name)), type, length, title: use.alt };
}

function attachments(
  { model, sizes }: Snapshot,
  locale: Locale,
  { id, texts }: Announcement,
): FeedFile[] {
  return inLocale(texts, locale).attachments.map(({ file, name, title }) => ({
    url: absolute(model.site, urls.attachment(locale, id, name)),
    type: must(attachmentTypes[endingOf(name)], 'type of an attachment'),
    length: mustGet(sizes, file),
    title,
  }));
}
