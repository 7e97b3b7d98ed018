import type { Locale } from '#lang/locale.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { categories, type FilterName, filterNames } from '#site/taxonomies.ts';
import { underBase, urls } from '#site/urls.ts';
import { type Facets, oneLine, type SearchRecord, withoutInvisible } from './records.ts';

/** A page that is no announcement, with the words in it. */
export interface PageWords {
  readonly locale: Locale;
  /** The path from the site's root. */
  readonly address: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly summary: string;
  /** Paragraphs separated by line ends. */
  readonly body: string;
}

/**
 * The standing pages of a language, and the pages of the theme. They have neither a date nor a subject. So results
 * show none, and filters leave them out.
 * @param own the pages of the theme, in all languages
 */
export function pageRecords(
  { model }: ContentSnapshot,
  locale: Locale,
  own: readonly PageWords[],
): SearchRecord[] {
  const standing = model.pages.flatMap(({ slug, texts }): PageWords[] => {
    const text = texts[locale];
    if (!text) return [];
    const { title, summary = '', body } = text;
    return [{ locale, address: urls.page(locale, slug), title, summary, body: body.plain }];
  });
  const facets = Object.fromEntries(
    categories.map((id) => [filterNames[id], id === 'kinds' ? '' : []]),
  ) as Pick<Facets, FilterName>;
  return [...standing, ...own.filter((page) => page.locale === locale)].map(
    ({ address, title, summary, body }) => ({
      url: underBase(model.site, address),
      title: oneLine(title),
      summary: oneLine(summary),
      body: withoutInvisible(body.trim()),
      names: [],
      facets: { date: '', ...facets },
      shown: { date: '', topics: '' },
    }),
  );
}
