import type { Edition } from '#edition/edition.ts';
import { scopeName } from '#edition/scopes.ts';
import { formatDate } from '#lang/dates.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement } from '#site/model.ts';
import { underBase, urls } from '#site/urls.ts';

/** One text as the search knows it. */
export interface SearchRecord {
  /** Under the base of the site. */
  readonly url: string;
  readonly language: Locale;
  /** What is searched, and what excerpts are taken from. */
  readonly content: string;
  /** What a result shows besides its excerpt. */
  readonly meta: { readonly title: string; readonly date: string; readonly topics: string };
}

/** A record for each public text in its own language; the withdrawn are left out. */
export function searchRecords(edition: Edition): SearchRecord[] {
  const { site } = edition.model;
  return site.locales.flatMap((locale) => edition.lists.get(locale)!.all.map((announcement) => searchRecord(edition, locale, announcement)));
}

function searchRecord({ model, bodies }: Edition, locale: Locale, { id, published, topics, texts }: Announcement): SearchRecord {
  const { title, summary, source } = texts[locale]!;
  return {
    url: underBase(model.site, urls.announcement(locale, id)),
    language: locale,
    content: [title, summary, bodies.get(source.file)!.plain].filter(Boolean).join('\n'),
    meta: {
      title,
      date: formatDate(model.strings.get(locale)!, model.site.timeZone, published),
      topics: topics.map((topic) => scopeName(model, locale, { type: 'topics', id: topic })).join(', '),
    },
  };
}
