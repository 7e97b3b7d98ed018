import type { Locale } from '#lang/locale.ts';
import type { Edition } from '#edition/edition.ts';
import { urls } from '#site/urls.ts';
import { type Period, yearPeriods } from './archive.ts';
import { contextOf } from './context.ts';
import { everyLocale, type Frame, makeFrame } from './frame.ts';
import type { Link } from './link.ts';
import { divisionLinks, scopeLink } from './names.ts';

export interface SearchView {
  readonly frame: Frame;
  readonly title: string;
  /** Where the form leads. */
  readonly action: string;
  /** Where the search index lies. */
  readonly index: string;
  /** The ways that need no script. */
  readonly years: readonly Period[];
  readonly topics: readonly Link[];
  readonly divisions: readonly Link[];
}

export function searchView(edition: Edition, locale: Locale): SearchView {
  const context = contextOf(edition, locale);
  const { t, link } = context;
  const { topics } = edition.model;
  const title = t('search.title');
  return {
    frame: makeFrame(context, { path: urls.search(locale), title, versions: everyLocale(context, urls.search) }),
    title,
    action: link(urls.search(locale)),
    index: link(urls.searchIndex),
    years: yearPeriods(context),
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    divisions: divisionLinks(context),
  };
}
