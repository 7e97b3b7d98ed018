import { inLocale, mustGet } from '#lang/lookup.ts';
import type { Locale } from '#lang/locale.ts';
import { hashedOnce } from '#cache/hash.ts';
import type { ContentSnapshot, Language } from '#snapshot/snapshot.ts';
import { scopeTitle } from '#snapshot/scopes.ts';
import { type RegistryId, registryIds } from '#schema/registry-names.ts';
import { filterNames, isCategory, taxonomies } from '#site/taxonomies.ts';
import { underBase, urls } from '#site/urls.ts';
import type { Fact } from './engine.ts';
import type { SearchRecord } from './records.ts';

/** The pages of divisions, people and topics, and the contacts of the press office, as records of the search. */
export function registryRecords(snapshot: ContentSnapshot, locale: Locale): SearchRecord[] {
  const language = snapshot.language(locale);
  const entries = registryIds.flatMap((type) =>
    [...taxonomies[type].ids(snapshot.model)].map((id) => entryRecord(language, type, id)),
  );
  return [...contactsRecord(language), ...entries];
}

/** What the search tells about an entry: the answer to who asks for it by name. */
interface Told {
  /** Other names, and a description. */
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** The forms of its names in texts, by language. */
  readonly forms: Readonly<Record<Locale, readonly string[]>>;
}

const tellers = {
  topics: ({ snapshot: { model }, locale }, id) => ({
    summary: mustGet(model.topics, id).description?.[locale] ?? '',
    facts: [],
    forms: {},
  }),
  divisions({ snapshot: { model }, locale, t }, id) {
    const { shortName, caseForms, head, phone, email, address, parent } = mustGet(
      model.divisions,
      id,
    );
    const named = (type: RegistryId, id: string | undefined) =>
      id === undefined ? undefined : scopeTitle(model, locale, { type, id });
    return {
      summary: shortName?.[locale] ?? '',
      facts: facts(
        [t('contact.phone'), phone, phone && telephone(phone)],
        [t('contact.email'), email, email && `mailto:${email}`],
        [t('contact.address'), address?.[locale]],
        [t('division.head'), named('people', head)],
        [t('division.parent'), named('divisions', parent)],
      ),
      forms: caseForms ?? {},
    };
  },
  people({ snapshot: { model }, locale, t }, id) {
    const { role, caseForms, division } = mustGet(model.people, id);
    const known = division === undefined ? undefined : model.divisions.get(division);
    return {
      summary: role[locale] ?? '',
      facts: facts(
        [t('search.division'), known && inLocale(known.name, locale)],
        [t('contact.phone'), known?.phone, known?.phone && telephone(known.phone)],
        [t('contact.email'), known?.email, known?.email && `mailto:${known.email}`],
      ),
      forms: caseForms ?? {},
    };
  },
} satisfies Record<RegistryId, (language: Language, id: string) => Told>;

function entryRecord(language: Language, type: RegistryId, id: string): SearchRecord {
  const { snapshot, site, locale, t } = language;
  const { summary, facts, forms }: Told = tellers[type](language, id);
  const isOwn = (own: RegistryId) => (own === type && isCategory(own) ? [id] : []);
  return hashedOnce({
    url: underBase(site, urls.scope(locale, { type, id })),
    title: oneLine(scopeTitle(snapshot.model, locale, { type, id })),
    summary: oneLine(summary),
    body: facts.map(({ value }) => oneLine(value)).join('\n'),
    names: site.locales.map((each) => ({
      locale: each,
      text: [scopeTitle(snapshot.model, each, { type, id }), ...(forms[each] ?? [])]
        .map(oneLine)
        .join('\n'),
    })),
    facets: {
      date: '',
      kind: '',
      [filterNames.topics]: isOwn('topics'),
      [filterNames.divisions]: isOwn('divisions'),
    },
    shown: { date: '', topics: t(taxonomies[type].label) },
    facts,
  });
}

function contactsRecord({ snapshot, site, locale, t }: Language): SearchRecord[] {
  const { phones, emails, hours } = site.contacts;
  const told = facts(
    ...phones.map(({ number, label }): FactParts => [
      label?.[locale] ?? t('contact.phone'),
      number,
      telephone(number),
    ]),
    ...emails.map(({ address, label }): FactParts => [
      label?.[locale] ?? t('contact.email'),
      address,
      `mailto:${address}`,
    ]),
    [t('contact.hours'), hours?.[locale]],
    [t('contact.address'), site.publisher.address?.[locale]],
  );
  if (phones.length + emails.length === 0 && !hours) return [];
  const page = snapshot.model.pages.find(({ slug }) => slug === 'contacts');
  const path = page ? urls.page(locale, page.slug) : urls.home(locale);
  const labels = ['contact.phone', 'contact.address', 'contact.hours', 'contact.email'] as const;
  return [
    hashedOnce({
      url: underBase(site, path),
      title: t('contact.title'),
      summary: labels.map((label) => t(label)).join(', '),
      body: told.map(({ label, value }) => oneLine(`${label}: ${value}`)).join('\n'),
      names: [],
      facets: {
        date: '',
        kind: '',
        [filterNames.topics]: [],
        [filterNames.divisions]: [],
      },
      shown: { date: '', topics: '' },
      facts: told,
    }),
  ];
}

type FactParts = readonly [label: string, value: string | undefined, href?: string | undefined];

function facts(...parts: readonly FactParts[]): Fact[] {
  return parts.flatMap(([label, value, href]) =>
    value ? [{ label, value, ...(href && { href }) }] : [],
  );
}

function telephone(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/gu, '')}`;
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
