import type { Locale } from '#lang/locale.ts';
import { collectionsDigest } from '#snapshot/collections.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { memoizeBy } from '#memo.ts';
import { urls } from '#site/urls.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';

/** What surrounds a page of the theme, and what tells whether it is stale. */
export interface OwnPageView {
  readonly frame: Frame;
  readonly title: string;
  /** Of all collections: the page may show any entry. Its own code counts with the theme. */
  readonly collections: string;
}

export function ownPaths({ model, theme }: ContentSnapshot) {
  return (theme?.pages ?? []).flatMap(({ name }) =>
    model.site.locales.map((locale) => ({ props: { locale, name } })),
  );
}

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
