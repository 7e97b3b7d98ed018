import type { Locale } from '#lang/locale.ts';
import { collectionsDigest } from '#snapshot/collections.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { memoizeBy } from '#memo.ts';
import { urls } from '#site/urls.ts';
import { type Frame, makeFrame } from '#views/parts/frame.ts';

/** The frame of a page of the theme, and the data that tell whether the page is stale. */
export interface OwnPageView {
  readonly frame: Frame;
  readonly title: string;
  /**
   * The hash of all collections, because the page may show any entry. The code of the page is part of the theme's
   * hash.
   */
  readonly collections: string;
}

/** The pages of the theme, in every language. */
export function ownPaths({ ownPages }: ContentSnapshot) {
  return ownPages.map(({ locale, path }) => ({ props: { locale, path } }));
}

/**
 * The view of a page of the theme.
 * @throws if the theme has no such page
 */
export function ownPageView(
  snapshot: ContentSnapshot,
  { locale, path }: { locale: Locale; path: string },
): OwnPageView {
  const inLanguages = byPath(snapshot, 'all').get(path) ?? [];
  const page = inLanguages.find((each) => each.locale === locale);
  if (!page)
    throw new Error(
      `#theme/Page.astro is for the pages of the theme; /${locale}/${path}/ is none.`,
    );
  const { title } = page;
  return {
    frame: makeFrame(snapshot.language(locale), {
      path: urls.page(locale, path),
      title,
      versions: Object.fromEntries(
        inLanguages.map((each) => [each.locale, urls.page(each.locale, path)]),
      ),
      breadcrumbs: [],
    }),
    title,
    collections: digestOf(snapshot, 'all'),
  };
}

const byPath = memoizeBy((snapshot: ContentSnapshot, _: 'all') =>
  Map.groupBy(snapshot.ownPages, ({ path }) => path),
);

const digestOf = memoizeBy((snapshot: ContentSnapshot, _: 'all') => collectionsDigest(snapshot));
