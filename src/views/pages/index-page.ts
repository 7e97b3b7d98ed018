import type { Locale } from '#lang/locale.ts';
import { mustGet } from '#lang/lookup.ts';
import type { ContentSnapshot, Snapshot } from '#snapshot/snapshot.ts';
import { scopesIn } from '#snapshot/scopes.ts';
import { nothing, scopeKey } from '#snapshot/lists.ts';
import { taxonomies } from '#site/taxonomies.ts';
import { type IndexId, type OwnScope, urls } from '#site/urls.ts';
import { type Contacts, contactsOf } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { divisionLinks, scopeLink } from '#views/parts/label-links.ts';
import type { Link } from '#views/parts/link.ts';
import { yearPeriods } from './archive.ts';

/** A page that lists what has pages of its own: topics, divisions with their telephones, people, kinds, years. */
export interface IndexView {
  readonly frame: Frame;
  readonly title: string;
  readonly entries: readonly IndexEntry[];
}

export interface IndexEntry extends Link {
  /** What it is: the description of a topic, the office of a person. */
  readonly note: string | undefined;
  /** How many announcements it has. */
  readonly count: string;
  readonly contacts: Contacts | undefined;
}

export function indexView(
  snapshot: Snapshot,
  { locale, type }: { locale: Locale; type: IndexId },
): IndexView {
  const context = snapshot.language(locale);
  const title = context.t(type === 'news' ? 'archive.years' : taxonomies[type].heading);
  return {
    frame: makeFrame(context, {
      path: urls.index(locale, type),
      title,
      versions: everyLocale(context, (other) => urls.index(other, type)),
      breadcrumbs: [],
    }),
    title,
    entries: entriesOf[type](context),
  };
}

const none = { note: undefined, contacts: undefined };

const entriesOf = {
  topics: (context) =>
    scopesIn(context.snapshot.model, 'topics').map((scope) => ({
      ...entry(context, scope),
      note: mustGet(context.snapshot.model.topics, scope.id).description?.[context.locale],
    })),
  divisions: (context) => {
    const byHref = new Map(
      scopesIn(context.snapshot.model, 'divisions').map((scope) => [
        scopeLink(context, scope).href,
        scope,
      ]),
    );
    // In the order in which the divisions belong to each other.
    return divisionLinks(context).map(({ href }) => {
      const scope = mustGet(byHref, href);
      const { phone, email, address, hours } = mustGet(context.snapshot.model.divisions, scope.id);
      const reachable = phone ?? email ?? address ?? hours;
      return {
        ...entry(context, scope),
        contacts: reachable ? { ...contactsOf(context, scope.id), name: undefined } : undefined,
      };
    });
  },
  people: (context) =>
    scopesIn(context.snapshot.model, 'people').map((scope) => ({
      ...entry(context, scope),
      note: mustGet(context.snapshot.model.people, scope.id).role[context.locale],
    })),
  kinds: (context) =>
    scopesIn(context.snapshot.model, 'kinds')
      .filter((scope) => context.lists.scopes.get(scopeKey(scope))?.all.length)
      .map((scope) => entry(context, scope)),
  news: (context) =>
    yearPeriods(context).map(({ href, text, count }) => ({ ...none, href, text, count })),
} satisfies Record<IndexId, (context: Context) => IndexEntry[]>;

function entry(context: Context, scope: OwnScope): IndexEntry {
  const { all } = context.lists.scopes.get(scopeKey(scope)) ?? nothing;
  return {
    ...none,
    ...scopeLink(context, scope),
    count: context.t('archive.count', { count: all.length }),
  };
}

/** The pages of this kind that a site has: none for a registry that it does not use. */
export function indexPaths({ model }: Pick<ContentSnapshot, 'model'>) {
  const types = (Object.keys(entriesOf) as IndexId[]).filter(
    (type) => type === 'news' || scopesIn(model, type).length > 0,
  );
  return model.site.locales.flatMap((locale) =>
    types.map((type) => ({ params: { lang: locale }, props: { locale, type } })),
  );
}
