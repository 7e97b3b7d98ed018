import type { Clock } from '#clock.ts';
import { itemAt, must } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import type { Locale } from '#lang/locale.ts';
import { endOf, isoIn, startOf, yearsAfter } from '#lang/time.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import { perRegistry } from '#schema/registry-names.ts';
import { approvalOf } from './approval.ts';
import type { ReadText } from './files.ts';
import { isHeld, type Publication } from './publication.ts';
import type { Facts, ListFacts } from './merge-facts.ts';
import type {
  WrittenAnnouncement,
  AnnouncementId,
  WrittenText,
  EventFacts,
  Outcome,
  PictureUse,
  RemovedAnnouncement,
  Site,
} from './model.ts';
import { toldFacts } from './told-facts.ts';
import type { Problem } from '#schema/problem.ts';
import type { AnnouncementFolder } from './read-announcements.ts';
import { idAt, noticeAddress } from './removed-address.ts';
import { urls } from './urls.ts';
import { taxonomies } from './taxonomies.ts';
import { changeBehind, recordedSource } from './translation.ts';

/**
 * An announcement folder whose facts are merged and checked: `date` and every fact that another field requires are
 * present.
 */
export interface ValidAnnouncement extends AnnouncementFolder {
  readonly facts: Facts & { date: NonNullable<Facts['date']> };
  readonly listFacts: ListFacts;
}

/** What `makeAnnouncement` needs in addition to the announcement itself. */
export interface Making {
  readonly site: Site;
  readonly clock: Clock;
  /** Include held texts, marked as held. For previews only. */
  readonly showHeld: boolean;
  /** The addresses that have been public before. */
  readonly published?: ReadonlySet<string> | undefined;
  /** Called with the facts that a public announcement does not show, because only a held text says them. */
  readonly onHeldFacts?: (held: readonly Problem[]) => void;
}

/** Compares by date, newest first. The id breaks ties, so that every build gives the same order. */
export function newestFirst(
  a: Pick<WrittenAnnouncement, 'published' | 'id'>,
  b: Pick<WrittenAnnouncement, 'published' | 'id'>,
): number {
  return b.published.getTime() - a.published.getTime() || byCode(a.id, b.id);
}

/** The id that the year and the slug of an announcement form. */
export function announcementId({
  year,
  slug,
}: Pick<AnnouncementFolder, 'year' | 'slug'>): AnnouncementId {
  return `${year}/${slug}`;
}

/**
 * Finds the oldest alias that is the address of an announcement and returns its id. Aliases are written oldest first.
 */
function firstId(aliases: readonly string[] = []): AnnouncementId | undefined {
  return aliases.map(idAt).find(Boolean);
}

/**
 * Builds the model of an announcement as of this build.
 * @returns undefined when no text of the announcement is public yet (or shown, in a preview)
 */
export function makeAnnouncement(
  sound: ValidAnnouncement,
  making: Making,
): WrittenAnnouncement | RemovedAnnouncement | undefined {
  const { year, slug, folder } = sound;
  const { site, clock } = making;
  const zone = site.timeZone;
  const id = announcementId(sound);
  const shown = shownTexts(sound, making);
  const { told, heldFacts } = toldFacts(
    sound,
    new Map(shown.map(({ locale, read }) => [locale, read])),
    zone,
  );
  const { facts } = told;
  const published = startOf(facts.date, zone);
  const removedOn = facts.removedOn && startOf(facts.removedOn, zone);
  const kind = facts.kind ?? 'news';
  const identity = firstId(facts.aliases) ?? id;
  if (removedOn && clock.reached(removedOn)) {
    const appeared = removedTexts(sound, making, shown);
    const locales = Object.keys(appeared);
    if (locales.length === 0) return undefined;
    return {
      id,
      identity,
      year,
      slug,
      kind,
      ...perRegistry((id) => (taxonomies[id].outlivesRemoval ? (facts[id] ?? []) : [])),
      appeared,
      removedOn,
      reasons: removedReasons(sound, locales),
      addresses: locales.map((locale) => ({ locale, address: urls.announcement(locale, id) })),
    };
  }
  if (shown.length === 0) return undefined;
  making.onHeldFacts?.(heldFacts);
  const texts = makeTexts(told, making, shown);

  const expires = facts.expires && endOf(facts.expires, zone);
  const pinnedUntil = facts.pinnedUntil && endOf(facts.pinnedUntil, zone);
  const withdrawnOn = facts.withdrawnOn && startOf(facts.withdrawnOn, zone);
  return {
    id,
    identity,
    year,
    slug,
    folder,
    kind,
    published,
    ...perRegistry((id) => facts[id] ?? []),
    event: facts.eventStart && makeEvent(facts, facts.eventStart, making),
    expires,
    expired: expires !== undefined && clock.reached(expires),
    old: clock.reached(yearsAfter(published, yearsUntilOld, zone)),
    pinned: pinnedUntil !== undefined && !clock.reached(pinnedUntil),
    withdrawnOn: withdrawnOn && clock.reached(withdrawnOn) ? withdrawnOn : undefined,
    contact: facts.contact,
    texts,
  };
}

/**
 * An announcement of which no text becomes public that has not been public before: such texts are drafts.
 * @param published the addresses that have been public before
 */
export function holdUnpublished(
  sound: ValidAnnouncement,
  published: ReadonlySet<string>,
): ValidAnnouncement {
  const files = new Map(
    [...sound.files].map(([locale, read]) => {
      const isPublic = published.has(urls.announcement(locale, announcementId(sound)));
      return [locale, isPublic ? read : { ...read, value: { ...read.value, draft: true } }];
    }),
  );
  return { ...sound, files };
}

/** From this age on, readers are warned that an announcement may be outdated. */
const yearsUntilOld = 5;

function makeEvent(
  { eventEnd, eventOnline, eventRevision }: Facts,
  eventStart: Facts['date'] & {},
  { site: { timeZone }, clock }: Making,
): EventFacts {
  const start = startOf(eventStart, timeZone);
  const end = eventEnd && endOf(eventEnd, timeZone);
  // Ask the clock about both moments in any case: its record must hold every moment that can change the site.
  const begun = clock.reached(start);
  const over = clock.reached(
    end ?? endOf({ day: isoIn(timeZone, start).slice(0, '2026-01-22'.length) }, timeZone),
  );
  return { start, end, online: eventOnline, revision: eventRevision ?? 0, begun, over };
}

/** Says when one language of an announcement comes out, whether it is a draft, and whether it waits for approval. */
export function publicationOf(
  { facts }: ValidAnnouncement,
  read: ReadText<AnnouncementFile>,
  { site, clock }: Pick<Making, 'site' | 'clock'>,
): Publication {
  const { value } = read;
  const zone = site.timeZone;
  const published = startOf(facts.date, zone);
  const written = value.appeared && startOf(value.appeared, zone);
  // A removal takes a text out and lets none in, and must not wait for anybody.
  const removed = facts.removedOn && clock.reached(startOf(facts.removedOn, zone));
  return {
    draft: value.draft ?? false,
    unapproved:
      site.approval === 'required' && !value.draft && !removed && approvalOf(read) !== 'approved',
    published,
    appeared: written && written > published ? written : published,
  };
}

/** A text that readers may see, before anything is made of it. */
interface ShownText {
  readonly locale: Locale;
  readonly read: ReadText<AnnouncementFile>;
  readonly appeared: Date;
  readonly held: boolean;
}

function shownTexts(sound: ValidAnnouncement, { site, clock, showHeld }: Making): ShownText[] {
  return [...sound.files].flatMap(([locale, read]) => {
    const publication = publicationOf(sound, read, { site, clock });
    const held = isHeld(publication, clock);
    return held && !showHeld ? [] : [{ locale, read, appeared: publication.appeared, held }];
  });
}

/** When each language of a removed announcement came out; also of those that cannot be read or say that they are held. */
function removedTexts(
  sound: ValidAnnouncement,
  { site, published = new Set() }: Making,
  shown: readonly ShownText[],
): Record<Locale, Date> {
  const date = startOf(sound.facts.date, site.timeZone);
  return Object.fromEntries(
    site.locales.flatMap((locale) => {
      const text = shown.find((one) => one.locale === locale);
      if (text) return [[locale, text.appeared]];
      const address = urls.announcement(locale, announcementId(sound));
      const wasPublic = published.has(address) || published.has(noticeAddress(locale, address));
      return wasPublic ? [[locale, date]] : [];
    }),
  );
}

function makeTexts(
  sound: ValidAnnouncement,
  { site }: Making,
  shown: readonly ShownText[],
): Record<Locale, WrittenText> {
  const texts: Record<Locale, WrittenText> = {};
  for (const { locale, read, appeared, held } of shown) {
    const { value, source } = read;
    const from =
      changeBehind(sound.files, locale) &&
      must(recordedSource(value.translatedFrom), 'recorded source').from;
    const corrections = makeCorrections(sound, value, site.timeZone);
    const updates = makeUpdates(sound, value, site.timeZone);
    texts[locale] = {
      locale,
      title: value.title,
      summary: value.summary,
      source,
      appeared,
      updated: later(updates[0]?.at, later(corrections[0]?.date, appeared)),
      held,
      draft: value.draft ?? false,
      machineTranslated: value.machineTranslated ?? false,
      translatedFrom: value.translatedFrom?.split('@')[0],
      // If the source text is held, do not reveal that it exists or that it has changed.
      olderThan: shown.some((other) => other.locale === from) ? from : undefined,
      eventPlace: value.eventPlace,
      withdrawnReason: value.withdrawnReason,
      cover: makeCover(sound, read),
      gallery: makeGallery(sound, read),
      attachments: (value.attachments ?? []).map(({ title }, index) => {
        const name = itemAt(sound.listFacts.attachments, index).file as string;
        return { file: `${sound.folder}/${name}`, name, title: title ?? '' };
      }),
      outcomes: makeOutcomes(sound, value, site.timeZone),
      corrections,
      updates,
    };
  }
  return texts;
}

/**
 * Returns the later of the two. A correction dated with a day only counts from midnight, which may be before the text
 * came out on the same day.
 */
function later(correction: Date | undefined, appeared: Date): Date {
  return correction && correction > appeared ? correction : appeared;
}

function makeCover(
  { facts, folder }: ValidAnnouncement,
  { value, yaml }: ReadText<AnnouncementFile>,
): PictureUse | undefined {
  if (!facts.cover) return undefined;
  return {
    file: `${folder}/${facts.cover}`,
    line: yaml.lineOf(['cover']),
    alt: value.coverAlt ?? '',
    caption: value.coverCaption,
    credit: facts.coverCredit,
  };
}

function makeGallery(
  { listFacts, folder }: ValidAnnouncement,
  { value, yaml }: ReadText<AnnouncementFile>,
): PictureUse[] {
  return (value.gallery ?? []).map(({ alt, caption }, index) => {
    const { src, credit } = itemAt(listFacts.gallery, index) as {
      src: string;
      credit?: string;
    };
    return {
      file: `${folder}/${src}`,
      line: yaml.lineOf(['gallery', index, 'src']),
      alt: alt ?? '',
      caption,
      credit,
    };
  });
}

function makeOutcomes(
  { listFacts }: ValidAnnouncement,
  value: AnnouncementFile,
  zone: string,
): Outcome[] {
  return (value.outcomes ?? []).map(({ text }, index) => {
    const { division, due, status } = itemAt(listFacts.outcomes, index) as Partial<
      NonNullable<AnnouncementFile['outcomes']>[number]
    >;
    return { text: text ?? '', division, due: due && endOf(due, zone), status: status ?? 'open' };
  });
}

/** Newest first. Of several corrections on one day, the one written last comes first. */
function makeCorrections({ listFacts }: ValidAnnouncement, value: AnnouncementFile, zone: string) {
  return (value.corrections ?? [])
    .map(({ note }, index) => {
      const { date } = itemAt(listFacts.corrections, index) as {
        date: Facts['date'] & {};
      };
      return { date: startOf(date, zone), note: note ?? '' };
    })
    .reverse()
    .sort((a, b) => b.date.getTime() - a.date.getTime());
}

/** Newest first. Of several at one moment, the one written last comes first. */
function makeUpdates({ listFacts }: ValidAnnouncement, value: AnnouncementFile, zone: string) {
  return (value.updates ?? [])
    .map(({ text }, index) => {
      const { at } = itemAt(listFacts.updates, index) as { at: Facts['date'] & {} };
      return { at: startOf(at, zone), text: text ?? '' };
    })
    .reverse()
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

function removedReasons(
  { files }: ValidAnnouncement,
  locales: readonly Locale[],
): RemovedAnnouncement['reasons'] {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const reason = files.get(locale)?.value.removedReason;
      return reason === undefined ? [] : [[locale, reason]];
    }),
  );
}
