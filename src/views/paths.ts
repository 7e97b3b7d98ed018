import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { scopesIn } from '#snapshot/scopes.ts';
import { nothing, scopeKey } from '#snapshot/lists.ts';
import { weeksOf } from '#snapshot/weeks-of-news.ts';
import { taxonomyIds } from '#site/taxonomies.ts';
import { twoDigits, urls } from '#site/urls.ts';
import { pageCount } from './parts/pager.ts';

// The results for Astro's getStaticPaths of each kind of page: the path parameters, and the props from which each
// view is made.

/** The path of a page that exists once per site. */
export function onePath() {
  return [{ params: {}, props: {} }];
}

/** The paths of a page that exists once per language. */
export function localePaths({ model }: ContentSnapshot) {
  return model.site.locales.map((locale) => ({ params: { lang: locale }, props: { locale } }));
}

/** For the parts of a build outside Astro. The page file itself uses the collection `announcements`. */
export function announcementPaths({ model }: ContentSnapshot) {
  return model.announcements.flatMap(({ id, texts }) =>
    Object.keys(texts).map((locale) => ({ props: { locale, id } })),
  );
}

/** The notices that announcements were removed. */
export function removedPaths({ notices }: ContentSnapshot) {
  return notices.map((notice) => {
    const { locale, hash } = notice;
    const [, lang = '', , year, slug] = urls.removed(locale, hash).split('/');
    return { params: { lang, year, slug }, props: notice };
  });
}

/** The first page has no number, because it is the archive itself. */
export function archivePaths({ model: { site }, language }: ContentSnapshot) {
  return site.locales.flatMap((locale) =>
    pageNumbers(pageCount({ site }, language(locale).lists.all.length)).map((page) => ({
      params: { lang: locale, page: page === 1 ? undefined : String(page) },
      props: { locale, page },
    })),
  );
}

export function yearPaths({ model, language }: ContentSnapshot) {
  return model.site.locales.flatMap((locale) =>
    [...language(locale).lists.calendar.keys()].map((year) => ({
      params: { lang: locale, year: String(year) },
      props: { locale, year },
    })),
  );
}

export function monthPaths({ model, language }: ContentSnapshot) {
  return model.site.locales.flatMap((locale) =>
    [...language(locale).lists.calendar].flatMap(([year, months]) =>
      [...months.keys()].map((month) => ({
        params: { lang: locale, year: String(year), month: twoDigits(month) },
        props: { locale, year, month },
      })),
    ),
  );
}

export function scopePaths({ model, language }: ContentSnapshot) {
  const { site } = model;
  return site.locales.flatMap((locale) =>
    taxonomyIds
      .flatMap((type) => scopesIn(model, type))
      .flatMap((scope) => {
        const { all } = language(locale).lists.scopes.get(scopeKey(scope)) ?? nothing;
        return pageNumbers(pageCount({ site }, all.length)).map((page) => ({
          params: {
            lang: locale,
            type: scope.type,
            id: scope.id,
            page: page === 1 ? undefined : String(page),
          },
          props: { locale, scope, page },
        }));
      }),
  );
}

export function weekPaths(snapshot: ContentSnapshot) {
  return snapshot.model.site.locales.flatMap((locale) =>
    weeksOf(snapshot, locale).map(({ name }) => ({
      params: { lang: locale, week: name.toLowerCase() },
      props: { locale, name },
    })),
  );
}

/** For the parts of a build outside Astro. The page file itself uses the collection `pages`. */
export function standingPagePaths({ model }: ContentSnapshot) {
  return model.pages.flatMap(({ slug, texts }) =>
    Object.keys(texts).map((locale) => ({ props: { locale, slug } })),
  );
}

/** One page for each old address. */
export function movedPaths({ model }: ContentSnapshot) {
  return [...model.moved.keys()].map((address) => ({
    params: { moved: address.slice(1).replace(/\/$/u, '') },
    props: { address },
  }));
}

function pageNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
