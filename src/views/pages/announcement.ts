import type { Locale } from '#lang/locale.ts';
import { type RegistryId, registryIds } from '#schema/registry-names.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Announcement, AnnouncementId, AnnouncementText } from '#site/model.ts';
import { taxonomies } from '#site/taxonomies.ts';
import { urls } from '#site/urls.ts';
import { type AttachmentView, attachmentView, pressKitView } from '#views/parts/attachment-view.ts';
import { isInForce } from '#views/parts/alerts.ts';
import { type BodyView, bodyView } from '#views/parts/body-view.ts';
import { type Contacts, contactsOf } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import { articleData } from '#views/parts/article-data.ts';
import { eventData } from '#views/parts/event-data.ts';
import { type Frame, makeFrame } from '#views/parts/frame.ts';
import {
  type DateText,
  dateText,
  endText,
  type Link,
  momentText,
  periodText,
} from '#views/parts/link.ts';
import { type NamedLanguage, namedLanguage } from '#views/parts/named-language.ts';
import { scopeLink, scopeName } from '#views/parts/label-links.ts';
import { openGraphImage, pictureView, type PictureView } from '#views/parts/picture-view.ts';
import { relatedTo, type RelatedView } from '#views/parts/related.ts';
import { inLocale, must, mustGet } from '#lang/lookup.ts';

/** The page of an announcement. */
export interface AnnouncementView extends AnnouncementContent {
  readonly frame: Frame;
  /** Whether it is a warning in force. */
  readonly isWarning: boolean;
  /** The approximate reading time, as a complete phrase. */
  readonly readingTime: string;
  /** The archive of texts and pictures for journalists. */
  readonly pressKit: AttachmentView | undefined;
  readonly related: readonly RelatedView[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

/** The content of an announcement, for its page and for feeds. */
export interface AnnouncementContent {
  readonly title: string;
  readonly lead: string | undefined;
  /** The division that it comes from: the first that its author named. */
  readonly from: Link | undefined;
  readonly kind: Link;
  readonly date: DateText;
  /** The day of the last correction, as a complete phrase. */
  readonly corrected: DateText | undefined;
  /** Other facts about its state that readers must know, as complete sentences. */
  readonly notes: readonly string[];
  /** Those of `notes` that decide whether to read on, so that they stand above the title. */
  readonly state: readonly string[];
  readonly withdrawn: { readonly heading: string; readonly reason: string } | undefined;
  /** What readers must know about a translation, and the text that it translates. */
  readonly translation:
    | {
        readonly notes: readonly string[];
        readonly source: NamedLanguage & { readonly href: string };
      }
    | undefined;
  readonly cover: PictureView | undefined;
  readonly event: EventView | undefined;
  readonly body: BodyView;
  readonly outcomes: ReadonlyArray<{
    readonly text: string;
    readonly division: string | undefined;
    readonly due: string | undefined;
    readonly status: string;
    readonly done: boolean;
  }>;
  readonly gallery: readonly PictureView[];
  readonly attachments: readonly AttachmentView[];
  /** What has happened since it came out, newest first. */
  readonly updates: ReadonlyArray<{ readonly at: DateText; readonly text: string }>;
  readonly corrections: ReadonlyArray<{ readonly date: DateText; readonly note: string }>;
  /** The scopes of the announcement, by taxonomy, the most specific first. A list may be empty. */
  readonly about: readonly AboutView[];
  readonly contact: Contacts | undefined;
}

/** The entries of one taxonomy that an announcement is about. */
export interface AboutView {
  readonly heading: string;
  /** A person is shown with a role. */
  readonly links: ReadonlyArray<Link & { readonly role: string | undefined }>;
}

/** The event of an announcement. */
export interface EventView {
  readonly when: string;
  readonly start: string;
  readonly place: string | undefined;
  readonly online: string | undefined;
  /** The address of the event's calendar file; undefined if the announcement was withdrawn. */
  readonly calendar: string | undefined;
}

export function announcementView(
  snapshot: Snapshot,
  { locale, id }: { locale: Locale; id: AnnouncementId },
): AnnouncementView {
  const context = snapshot.language(locale);
  const announcement = mustGet(snapshot.byId, id);
  const text = inLocale(announcement.texts, locale, announcement.id);
  const { body } = text;
  return {
    frame: announcementFrame(context, announcement, text.summary ?? (body.lead || text.title)),
    isWarning: isInForce(announcement),
    ...announcementContent(context, announcement),
    readingTime: context.t('announcement.readingTime', { count: body.minutes }),
    pressKit: pressKitView(context, id, snapshot.pressKits),
    related: relatedTo(context, announcement),
    ...neighbours(context, announcement),
  };
}

/** The part of the page that feeds also show. */
export function announcementContent(
  context: Context,
  announcement: Announcement,
): AnnouncementContent {
  const { locale, t } = context;
  const { id } = announcement;
  const text = inLocale(announcement.texts, locale);
  return {
    title: text.title,
    lead: text.summary,
    from: announcement.divisions
      .slice(0, 1)
      .map((division) => scopeLink(context, { type: 'divisions', id: division }))[0],
    kind: scopeLink(context, { type: 'kinds', id: announcement.kind }),
    date: momentText(context, announcement.published),
    corrected: corrected(context, text),
    notes: [...state(context, announcement, text), ...notes(context, announcement, text)],
    state: state(context, announcement, text),
    withdrawn: announcement.withdrawnOn && {
      heading: t('announcement.withdrawn', {
        date: dateText(context, announcement.withdrawnOn).text,
      }),
      reason: must(text.withdrawnReason, 'reason of withdrawal'),
    },
    translation: translationNotice(context, announcement, text),
    cover: text.cover && pictureView(context, text.cover, 'cover'),
    event: eventView(context, announcement, text),
    body: bodyView(text),
    outcomes: text.outcomes.map(({ text: outcome, division, due, status }) => ({
      text: outcome,
      division: division && scopeName(context, { type: 'divisions', id: division }),
      due: due && t('announcement.due', { date: endText(context, due).text }),
      status: t(`outcome.${status}`),
      done: status === 'done',
    })),
    gallery: text.gallery.map((use) => pictureView(context, use, 'body')),
    attachments: text.attachments.map((attachment) => attachmentView(context, id, attachment)),
    updates: text.updates.map(({ at, text: words }) => ({
      at: momentText(context, at),
      text: words,
    })),
    corrections: text.corrections.map(({ date, note }) => ({
      date: dateText(context, date),
      note,
    })),
    about: about(context, announcement),
    contact:
      announcement.contact === undefined ? undefined : contactsOf(context, announcement.contact),
  };
}

function about(context: Context, announcement: Announcement): AboutView[] {
  const { snapshot, locale, t } = context;
  const roleOf = (type: RegistryId, id: string) =>
    type === 'people' ? mustGet(snapshot.model.people, id).role[locale] : undefined;
  return registryIds.toReversed().map((type) => ({
    heading: t(taxonomies[type].inArticle),
    links: announcement[type].map((id) => ({
      ...scopeLink(context, { type, id }),
      role: roleOf(type, id),
    })),
  }));
}

function announcementFrame(
  context: Context,
  announcement: Announcement,
  description: string,
): Frame {
  const { locale, link, t } = context;
  const { id, texts, withdrawnOn } = announcement;
  const text = inLocale(texts, locale);
  return makeFrame(context, {
    path: urls.announcement(locale, id),
    title: text.title,
    description,
    versions: Object.fromEntries(
      Object.keys(texts).map((other) => [other, urls.announcement(other, id)]),
    ),
    breadcrumbs: [{ href: link(urls.archive(locale)), text: t('nav.archive') }],
    noindex: withdrawnOn !== undefined,
    styles: text.body.styles,
    openGraph: { type: 'article', image: openGraphImage(context, announcement) },
    data: [
      articleData(context, announcement, description),
      ...eventData(context, announcement, description),
    ],
  });
}

function corrected(
  context: Context,
  { corrections: [last] }: AnnouncementText,
): DateText | undefined {
  if (!last) return undefined;
  const { iso, text } = dateText(context, last.date);
  return { iso, text: context.t('announcement.updated', { date: text }) };
}

/** Whether it is public, and until when it is in force. */
function state(
  context: Context,
  { expires, expired, kind }: Announcement,
  { held }: AnnouncementText,
): string[] {
  const { t } = context;
  const sentences = [
    held ? t('announcement.held') : undefined,
    expires && expired
      ? t('announcement.expired', { date: endText(context, expires).text })
      : undefined,
    expires && !expired && kind === 'alert'
      ? t('announcement.expires', { date: endText(context, expires).text })
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function notes(
  context: Context,
  { published, event, old }: Announcement,
  { appeared }: AnnouncementText,
): string[] {
  const { t } = context;
  const sentences: Array<string | undefined> = [
    event?.begun ? t(event.over ? 'event.over' : 'event.running') : undefined,
    old ? t('announcement.old') : undefined,
    appeared > published
      ? t('announcement.appeared', { date: dateText(context, appeared).text })
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function translationNotice(
  context: Context,
  { id, texts }: Announcement,
  { machineTranslated, olderThan }: AnnouncementText,
): AnnouncementView['translation'] {
  const { site, link, t } = context;
  const source =
    olderThan ??
    (machineTranslated
      ? site.locales.find((locale) => texts[locale] && !texts[locale].machineTranslated)
      : undefined);
  if (!source) return undefined;
  return {
    notes: [
      ...(machineTranslated ? [t('announcement.machine')] : []),
      ...(olderThan ? [t('announcement.olderThanSource')] : []),
    ],
    source: {
      ...namedLanguage(context, 'announcement.machineSource', source),
      href: link(urls.announcement(source, id)),
    },
  };
}

function eventView(
  context: Context,
  { event, id, withdrawnOn }: Announcement,
  { eventPlace }: AnnouncementText,
): EventView | undefined {
  if (!event) return undefined;
  const { text: when, iso: start } = periodText(context, event.start, event.end);
  const calendar = withdrawnOn ? undefined : context.link(urls.event(context.locale, id));
  return { when, start, place: eventPlace, online: event.online, calendar };
}

function neighbours(
  { lists, locale, link }: Context,
  announcement: Announcement,
): Pick<AnnouncementView, 'newer' | 'older'> {
  const position = lists.position.get(announcement);
  const at = (index: number): Link | undefined => {
    const other = lists.all[index];
    return (
      other && {
        href: link(urls.announcement(locale, other.id)),
        text: inLocale(other.texts, locale, other.id).title,
      }
    );
  };
  return position === undefined
    ? { newer: undefined, older: undefined }
    : { newer: at(position - 1), older: at(position + 1) };
}
