import type { Locale } from '#lang/locale.ts';
import { collectionsDigest } from '#snapshot/collections.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { memoizeBy } from '#memo.ts';
import { urls } from '#site/urls.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';

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
export function ownPaths({ model, theme }: ContentSnapshot) {
  return (theme?.pages ?? []).flatMap(({ name }) =>
    model.site.locales.map((locale) => ({ props: { locale, name } })),
  );
}

/**
 * The view of a page of the theme.
 * @throws if the theme has no such page
 */
export function ownPageView(
  snapshot: ContentSnapshot,
  { locale, name }: { locale: Locale; name: string },
): OwnPageView {
  const page = snapshot.theme?.pages.find((each) => each.name === name);
  const title = page?.title[locale];
  if (title === undefined)
    throw new Error(
      `#theme/Page.astro is for the pages of the theme; /${locale}/${name}/ is none.`,
    );
  const context = snapshot.language(locale);
  return {
    frame: makeFrame(context, {
      path: urls.page(locale, name),
      title,
      versions: everyLocale(context, (other) => urls.page(other, name)),
      breadcrumbs: [],
    }),
    title,
    collections: digestOf(snapshot, 'all'),
  };
}

const digestOf = memoizeBy((snapshot: ContentSnapshot, _: 'all') => collectionsDigest(snapshot));
