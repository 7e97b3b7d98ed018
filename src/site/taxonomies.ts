import type { Locale } from '#lang/locale.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { StringId } from '#lang/strings-keys.ts';
import { type Kind, kinds } from '#schema/announcement.ts';
import { entryNames, type RegistryId, registryIds } from '#schema/registry-names.ts';
import type { Announcement, Model } from './model.ts';

/**
 * The taxonomies by which announcements are sorted. Every entry has a page and feeds. The kinds are a closed list
 * defined by Jarshy.
 */
export type TaxonomyId = RegistryId | 'kinds';

type Named = Pick<Model, 'strings' | RegistryId>;

/** What all taxonomies have in common. What only one of them has, such as a portrait, is handled where it is shown. */
interface Taxonomy {
  /** The ids of its entries, in the order of the content. */
  ids(model: Pick<Model, RegistryId>): Iterable<string>;
  /** The name of an entry. */
  name(model: Named, locale: Locale, id: string): string;
  /** The ids of the entries that an announcement belongs to. */
  of(announcement: Pick<Announcement, RegistryId | 'kind'>): readonly string[];
  /** The heading above a list of its entries. */
  readonly heading: StringId;
  /** What an entry is (a topic, a division), shown on its page and beside its filter. */
  readonly label: StringId;
  /**
   * How closely a shared entry relates two announcements. Few announcements share a person, many share a division. 0:
   * not at all.
   */
  readonly worth: number;
  /** Whether feeds list its entries as categories and the search can filter by them. */
  readonly category: boolean;
  /** Whether a removed announcement keeps its entries. False when the entry itself may be what had to be removed. */
  readonly outlivesRemoval: boolean;
}

/** A taxonomy whose entries the site defines. */
interface RegistryTaxonomy extends Taxonomy {
  /** The heading above its entries beside an announcement. */
  readonly inArticle: StringId;
}

export const taxonomies = {
  topics: {
    ids: ({ topics }) => topics.keys(),
    name: ({ topics }, locale, id) => inLocale(mustGet(topics, id).label, locale),
    of: ({ topics }) => topics,
    heading: 'nav.topics',
    label: 'search.topic',
    inArticle: 'announcement.topics',
    worth: 2,
    category: true,
    outlivesRemoval: true,
  },
  divisions: {
    ids: ({ divisions }) => divisions.keys(),
    name: ({ divisions }, locale, id) => inLocale(mustGet(divisions, id).name, locale),
    of: ({ divisions }) => divisions,
    heading: 'nav.divisions',
    label: 'search.division',
    inArticle: 'announcement.divisions',
    worth: 1,
    category: true,
    outlivesRemoval: true,
  },
  people: {
    ids: ({ people }) => people.keys(),
    name: ({ people }, locale, id) => inLocale(mustGet(people, id).name, locale),
    of: ({ people }) => people,
    heading: 'nav.people',
    label: 'nav.people',
    inArticle: 'announcement.people',
    worth: 3,
    category: false,
    outlivesRemoval: false,
  },
  kinds: {
    ids: () => kinds,
    name: ({ strings }, locale, id) => mustGet(strings, locale).t(`kind.${id as Kind}`),
    of: ({ kind }) => [kind],
    heading: 'nav.kinds',
    label: 'search.kind',
    worth: 0,
    category: true,
    outlivesRemoval: true,
  },
} as const satisfies Record<RegistryId, RegistryTaxonomy> & Record<'kinds', Taxonomy>;

export const taxonomyIds = Object.keys(taxonomies) as TaxonomyId[];

type CategoryId = {
  [Id in TaxonomyId]: (typeof taxonomies)[Id]['category'] extends true ? Id : never;
}[TaxonomyId];

/** Whether feeds and the search use a taxonomy as a category. */
export function isCategory(id: TaxonomyId): id is CategoryId {
  return taxonomies[id].category;
}

/** The taxonomies that are categories: first the kind of an announcement, then its subjects. */
export const categories = (['kinds', ...registryIds] as const).filter(isCategory);

/** What one entry of each taxonomy is called in search addresses and in the search index. */
export const filterNames = {
  ...entryNames,
  kinds: 'kind',
} as const satisfies Record<TaxonomyId, string>;
export type FilterName = (typeof filterNames)[CategoryId];
