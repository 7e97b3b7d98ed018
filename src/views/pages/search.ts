import type { Snapshot } from '#snapshot/snapshot.ts';
import { scopesIn, scopeTitle } from '#snapshot/scopes.ts';
import type { Locale } from '#lang/locale.ts';
import { type SearchSettings, searchTexts } from '#search/texts.ts';
import {
  type FilterName,
  filterNames,
  isCategory,
  taxonomies,
  taxonomyIds,
} from '#site/taxonomies.ts';
import { urls } from '#site/urls.ts';
import { type Period, yearPeriods } from './archive.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import type { Link } from '#views/parts/link.ts';
import { divisionLinks, scopeLink } from '#views/parts/label-links.ts';
import { mustGet } from '#lang/lookup.ts';

/** The search page. */
export interface SearchView {
  readonly frame: Frame;
  readonly title: string;
  /** The address to which the form is submitted. */
  readonly action: string;
  readonly filters: readonly Filter[];
  readonly settings: SearchSettings;
  /** Links for finding announcements without script. */
  readonly years: readonly Period[];
  readonly topics: readonly Link[];
  readonly divisions: readonly Link[];
}

/** A filter of the search results. Its name is the parameter in the address of a search. */
export interface Filter {
  readonly name: FilterName | 'year';
  readonly label: string;
  /** The text of the first option, which means no restriction. */
  readonly any: string;
  readonly values: ReadonlyArray<{ readonly value: string; readonly text: string }>;
}

export function searchView(snapshot: Snapshot, locale: Locale): SearchView {
  const context = snapshot.language(locale);
  const { t, link, site } = context;
  const { topics, strings } = snapshot.model;
  const title = t('search.title');
  const nameOf = (other: Locale) => ({
    locale: other,
    name: mustGet(strings, other).t('language.name'),
  });
  return {
    frame: makeFrame(context, {
      path: urls.search(locale),
      title,
      versions: everyLocale(context, urls.search),
    }),
    title,
    action: link(urls.search(locale)),
    filters: filters(context),
    settings: {
      folder: link(urls.searchIndex),
      locales: [locale, ...site.locales.filter((other) => other !== locale)].map(nameOf),
      texts: searchTexts(context.strings),
      timeZone: site.timeZone,
    },
    years: yearPeriods(context),
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    divisions: divisionLinks(context),
  };
}

/** The filters that have at least two values to choose from. */
function filters({ snapshot: { model }, locale, t }: Context): Filter[] {
  const any = t('search.any');
  const years = [...new Set(model.announcements.map(({ year }) => year))]
    .sort((a, b) => b - a)
    .map(String);
  const all: Filter[] = [
    ...taxonomyIds.filter(isCategory).map((id) => ({
      name: filterNames[id],
      label: t(taxonomies[id].label),
      any,
      values: scopesIn(model, id).map((scope) => ({
        value: scope.id,
        text: scopeTitle(model, locale, scope),
      })),
    })),
    {
      name: 'year',
      label: t('search.year'),
      any,
      values: years.map((year) => ({ value: year, text: year })),
    },
  ];
  return all.filter(({ values: { length } }) => length > 1);
}
