import type { Locale } from '#lang/locale.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { nothing, scopeKey } from '#snapshot/lists.ts';
import { taxonomies, type TaxonomyId } from '#site/taxonomies.ts';
import { type OwnScope, urls } from '#site/urls.ts';
import { portraitFile } from '#site/public-entries.ts';
import { type Contacts, contactsOf } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import type { Link } from '#views/parts/link.ts';
import { scopeLink, scopeName } from '#views/parts/label-links.ts';
import { listPage, type ListPage, pageCount } from '#views/parts/pager.ts';
import { pictureView, type PictureView } from '#views/parts/picture-view.ts';

/** The page of a taxonomy entry: a topic, division, person or kind. */
export interface ScopeView extends ListPage {
  readonly frame: Frame;
  readonly title: string;
  /** The name of the taxonomy, in the singular: «Тема», «Подразделение». */
  readonly label: string;
  /** The heading of the list. */
  readonly listTitle: string;
  readonly lead: string | undefined;
  readonly count: string;
  readonly feed: string;
  readonly portrait: PictureView | undefined;
  readonly contacts: Contacts | undefined;
  /** Labelled links to the entries that it belongs to, and to those that belong to it. */
  readonly relations: ReadonlyArray<{ readonly label: string; readonly links: readonly Link[] }>;
}

export function scopeView(
  snapshot: Snapshot,
  { locale, scope, page }: { locale: Locale; scope: OwnScope; page: number },
): ScopeView {
  const context = snapshot.language(locale);
  const { lists, t, link } = context;
  const name = scopeName(context, scope);
  const list = lists.scopes.get(scopeKey(scope)) ?? nothing;
  const title = page === 1 ? name : t('archive.page', { title: name, page });
  const facts = scopeFacts[scope.type](context, scope.id);
  return {
    frame: makeFrame(context, {
      path: urls.scope(locale, scope, page),
      title,
      description: facts.lead ?? t('topic.about', { name }),
      versions: everyLocale(context, (other) => {
        const { all } = snapshot.language(other).lists.scopes.get(scopeKey(scope)) ?? nothing;
        return urls.scope(other, scope, Math.min(page, pageCount(context, all.length)));
      }),
      areTranslations: page === 1,
      breadcrumbs: page === 1 ? [] : [scopeLink(context, scope)],
      scope,
    }),
    title,
    label: t(taxonomies[scope.type].label),
    listTitle: t('topic.about', { name }),
    count: t('archive.count', { count: list.all.length }),
    feed: link(urls.feed(locale, scope, 'rss')),
    ...facts,
    ...listPage(context, list, page, (number) => urls.scope(locale, scope, number)),
  };
}

type Facts = Pick<ScopeView, 'lead' | 'portrait' | 'contacts' | 'relations'>;
const none: Facts = { lead: undefined, portrait: undefined, contacts: undefined, relations: [] };

/** The facts that the entries of each taxonomy show above their list. */
const scopeFacts = {
  topics: ({ snapshot, locale }, id) => ({
    ...none,
    lead: mustGet(snapshot.model.topics, id).description?.[locale],
  }),
  divisions: divisionFacts,
  people: personFacts,
  kinds: () => none,
} satisfies Record<TaxonomyId, (context: Context, id: string) => Facts>;

function divisionFacts(context: Context, id: string): Facts {
  const { snapshot, t } = context;
  const { divisions, people } = snapshot.model;
  const { head, parent, phone, email, address, hours } = mustGet(divisions, id);
  const parts = [...divisions.values()]
    .filter((division) => division.parent === id)
    .map((division) => scopeLink(context, { type: 'divisions', id: division.id }));
  const relations = [
    {
      label: t('division.head'),
      links: head && people.has(head) ? [scopeLink(context, { type: 'people', id: head })] : [],
    },
    {
      label: t('division.parent'),
      links: parent ? [scopeLink(context, { type: 'divisions', id: parent })] : [],
    },
    { label: t('division.parts'), links: parts },
  ];
  const contacts =
    phone || email || address || hours
      ? { ...contactsOf(context, id), name: undefined }
      : undefined;
  return { ...none, contacts, relations: relations.filter(({ links }) => links.length > 0) };
}

function personFacts(context: Context, id: string): Facts {
  const { snapshot, locale, t } = context;
  const { role, division, portrait, portraitAlt } = mustGet(snapshot.model.people, id);
  return {
    ...none,
    lead: role[locale],
    portrait:
      portrait && portraitAlt
        ? pictureView(
            context,
            { file: portraitFile(portrait), alt: inLocale(portraitAlt, locale) },
            'portrait',
          )
        : undefined,
    relations: division
      ? [
          {
            label: t('nav.divisions'),
            links: [scopeLink(context, { type: 'divisions', id: division })],
          },
        ]
      : [],
  };
}
