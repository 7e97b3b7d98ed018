import type { Locale } from '#lang/locale.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { StringId } from '#lang/strings-keys.ts';
import { type Kind, kinds } from '#schema/announcement.ts';
import { entryNames, type RegistryId, registryIds } from '#schema/registry-names.ts';
import type { Announcement, Model } from './model.ts';

/** What announcements are sorted by. Each has a page and feeds for every entry; the kinds are a closed list of our own. */
export type TaxonomyId = RegistryId | 'kinds';

type Named = Pick<Model, 'strings' | RegistryId>;

/** What is alike in all taxonomies. What only one of them has, such as a portrait, is said where it is shown. */
interface Taxonomy {
  /** The ids of its entries, in the order of the content. */
  ids(model: Pick<Model, RegistryId>): Iterable<string>;
  /** What an entry is called. */
  name(model: Named, locale: Locale, id: string): string;
  /** The entries that an announcement belongs to. */
  of(announcement: Pick<Announcement, RegistryId | 'kind'>): readonly string[];
  /** The heading over a list of its entries. */
  readonly heading: StringId;
  /** What one entry is: said on its page and beside its filter. */
  readonly label: StringId;
  /** What it is worth that two announcements share an entry; few share a person, many a division. 0: nothing. */
  readonly worth: number;
  /** Whether feeds name it as a category, and the search can be narrowed by it. */
  readonly category: boolean;
  /** Whether a removed announcement still says it: not where it may be what had to go. */
  readonly outlivesRemoval: boolean;
}

/** A taxonomy that the site fills itself. */
interface RegistryTaxonomy extends Taxonomy {
  /** The heading over its entries beside an announcement. */
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

export function isCategory(id: TaxonomyId): id is CategoryId {
  return taxonomies[id].category;
}

/** The taxonomies that are categories: what an announcement is, then what it is about. */
export const categories = (['kinds', ...registryIds] as const).filter(isCategory);

/** What one entry is called in the addresses of searches, and in what the search knows of a text. */
export const filterNames = {
  ...entryNames,
  kinds: 'kind',
} as const satisfies Record<TaxonomyId, string>;
export type FilterName = (typeof filterNames)[CategoryId];
