import { hashOf } from '#cache/hash.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import type { CollectionData, CollectionName } from '#schema/collections.ts';
import type { Announcement, AnnouncementText, PictureUse } from '#site/model.ts';
import { portraitFile } from '#site/public-entries.ts';
import { type Scope, underBase, urls } from '#site/urls.ts';
import type { ContentSnapshot } from './snapshot.ts';

/** An entry of a content collection, in the form of Astro's data store. */
export interface CollectionEntry<Name extends CollectionName> {
  readonly id: string;
  readonly data: CollectionData<Name>;
  /** The rendered body of a text, shown by Astro's `render`. */
  readonly rendered?: { readonly html: string };
}

/** The entries of a collection by id, in the order in which `getCollection` returns them. */
type Entries<Name extends CollectionName> = ReadonlyMap<string, CollectionEntry<Name>>;

/** An entry with the hash of its rendered body, if it has one. */
interface HashedEntry<Name extends CollectionName> extends CollectionEntry<Name> {
  readonly bodyDigest?: string;
}

type Maker<Name extends CollectionName> = (snapshot: ContentSnapshot) => Array<HashedEntry<Name>>;

const makers: { readonly [Name in CollectionName]: Maker<Name> } = {
  announcements: (snapshot) =>
    snapshot.model.announcements.flatMap((announcement) =>
      Object.values(announcement.texts).map((text) => {
        const { html, digest } = text.body;
        return {
          id: `${text.locale}/${announcement.id}`,
          data: announcementData(snapshot, announcement, text),
          rendered: { html },
          bodyDigest: digest,
        };
      }),
    ),
  pages: (snapshot) =>
    snapshot.model.pages.flatMap(({ slug, texts }) =>
      Object.values(texts).map((text) => {
        const { html, digest } = text.body;
        const { locale, title, summary } = text;
        const address = (language: Locale) => link(snapshot, urls.page(language, slug));
        return {
          id: `${locale}/${slug}`,
          data: {
            locale,
            page: slug,
            url: address(locale),
            versions: byLocale(Object.keys(texts), address),
            title,
            summary,
          },
          rendered: { html },
          bodyDigest: digest,
        };
      }),
    ),
  topics: (snapshot) =>
    [...snapshot.model.topics.values()].map(({ id, label, description }) => ({
      id,
      data: { label, description, urls: scopeUrls(snapshot, { type: 'topics', id }) },
    })),
  divisions: (snapshot) =>
    [...snapshot.model.divisions.values()].map(
      ({ id, name, shortName, head, phone, email, address, parent }) => ({
        id,
        data: {
          name,
          shortName,
          head: head === undefined ? undefined : reference('people', head),
          phone,
          email,
          address,
          parent: parent === undefined ? undefined : reference('divisions', parent),
          urls: scopeUrls(snapshot, { type: 'divisions', id }),
        },
      }),
    ),
  people: (snapshot) =>
    [...snapshot.model.people.values()].map(
      ({ id, name, role, division, portrait, portraitAlt }) => ({
        id,
        data: {
          name,
          role,
          division: division === undefined ? undefined : reference('divisions', division),
          portrait:
            portrait === undefined || portraitAlt === undefined
              ? undefined
              : { ...fallbackOf(snapshot, portraitFile(portrait)), alt: portraitAlt },
          urls: scopeUrls(snapshot, { type: 'people', id }),
        },
      }),
    ),
  site: ({ model: { site } }) => [
    {
      id: 'site',
      data: {
        url: `${site.origin}${site.base}`,
        base: site.base,
        locales: [...site.locales],
        defaultLocale: site.defaultLocale,
        timeZone: site.timeZone,
        name: site.name,
        description: site.description,
        publisher: site.publisher,
        contacts: site.contacts,
        accounts: site.accounts,
      },
    },
  ],
};

/**
 * The entries of a content collection: what a snapshot shows to the public, and nothing that is held or removed. (A
 * preview also shows what is held.) They are made when a page first requests them.
 */
export const collectionOf = memoizeBy(
  <Name extends CollectionName>(snapshot: ContentSnapshot, name: Name): Entries<Name> =>
    new Map(hashedEntries(snapshot, name).map(({ bodyDigest: _, ...entry }) => [entry.id, entry])),
);

const hashedEntries = memoizeBy(
  <Name extends CollectionName>(
    snapshot: ContentSnapshot,
    name: Name,
  ): ReadonlyArray<HashedEntry<Name>> => makers[name](snapshot),
);

/** A hash of all collections. While it stays the same, a page made from them has the same bytes. */
export function collectionsDigest(snapshot: ContentSnapshot): string {
  return hashOf(collectionNames.map((name) => collectionDigest(snapshot, name)));
}

/** A hash of one collection. It is computed when a page of a theme asks for it: built-in pages do not. */
export const collectionDigest = memoizeBy(
  (snapshot: ContentSnapshot, name: CollectionName): string =>
    hashOf(
      hashedEntries(snapshot, name).map(({ id, data, bodyDigest }) =>
        hashOf([id, data, bodyDigest]),
      ),
    ),
);

/** The names of all collections. */
export const collectionNames = Object.keys(makers) as CollectionName[];

function announcementData(
  snapshot: ContentSnapshot,
  announcement: Announcement,
  text: AnnouncementText,
): CollectionData<'announcements'> {
  const { id, kind, published, topics, divisions, people, event, expired, pinned } = announcement;
  const { locale, title, summary, updated, held, withdrawnReason } = text;
  const address = (language: Locale) => link(snapshot, urls.announcement(language, id));
  const { lead, minutes } = text.body;
  return {
    locale,
    announcement: id,
    url: address(locale),
    versions: byLocale(Object.keys(announcement.texts), address),
    title,
    summary: summary ?? lead,
    kind,
    published,
    updated,
    topics: topics.map((topic) => reference('topics', topic)),
    divisions: divisions.map((division) => reference('divisions', division)),
    people: people.map((person) => reference('people', person)),
    event: event && {
      start: event.start,
      end: event.end,
      place: text.eventPlace,
      online: event.online,
      begun: event.begun,
      over: event.over,
    },
    outcomes: text.outcomes.map(({ text: outcome, division, due, status }) => ({
      text: outcome,
      division: division === undefined ? undefined : reference('divisions', division),
      due,
      status,
    })),
    expired,
    withdrawn:
      announcement.withdrawnOn && withdrawnReason !== undefined
        ? { on: announcement.withdrawnOn, reason: withdrawnReason }
        : undefined,
    pinned,
    held,
    minutes,
    cover: text.cover && pictureData(snapshot, text.cover),
    attachments: text.attachments.map(({ file, name, title: named }) => ({
      url: link(snapshot, urls.attachment(locale, id, name)),
      name,
      title: named || name,
      size: snapshot.sizes.get(file) ?? 0,
    })),
  };
}

function pictureData(snapshot: ContentSnapshot, { file, alt, caption, credit }: PictureUse) {
  return { ...fallbackOf(snapshot, file), alt, caption, credit };
}

function fallbackOf(snapshot: ContentSnapshot, file: string) {
  const picture = snapshot.pictures.get(file);
  if (!picture) throw new Error(`${file} has not been read.`);
  const { name, width, height } = picture.fallback;
  return { src: link(snapshot, urls.picture(name)), width, height };
}

function reference<Name extends CollectionName>(collection: Name, id: string) {
  return { collection, id };
}

function scopeUrls(snapshot: ContentSnapshot, scope: Scope): Record<Locale, string> {
  return byLocale(snapshot.model.site.locales, (locale) =>
    link(snapshot, urls.scope(locale, scope)),
  );
}

function byLocale(
  locales: readonly Locale[],
  address: (locale: Locale) => string,
): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, address(locale)]));
}

/** Adds the base to a path. */
function link({ model }: ContentSnapshot, path: string): string {
  return underBase(model.site, path);
}
