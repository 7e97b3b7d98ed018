import type { Model } from '#site/model.ts';
import type { Locale } from '#lang/locale.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { feedFormats, type OwnScope, urls } from '#site/urls.ts';
import type { AddressKind } from '#schema/state.ts';
import { allScopes } from './scopes.ts';
import type { OwnPage } from './theme-pages.ts';

/**
 * The addresses of a site that must be answered for ever, as paths from its root. Further pages of lists and months of
 * the archive are left out, because they come and go with what they list. So are addresses that contain a hash.
 * @param files the files offered beside texts
 * @param own the pages that the theme adds
 */
export function permanentAddresses(
  model: Model,
  files: ReadonlyArray<{ readonly address: string }>,
  own: readonly OwnPage[] = [],
): Map<string, AddressKind> {
  const { site, announcements, removed, pages, moved } = model;
  const scopes = allScopes(model);
  const all: Array<readonly [string, AddressKind]> = [
    ...[...moved.keys()].map((address) => [address, 'moved'] as const),
    [urls.root, 'page'],
    ...site.locales.flatMap((locale) => [
      ...[
        urls.home(locale),
        urls.archive(locale),
        urls.search(locale),
        urls.subscribe(locale),
        urls.outcomes(locale),
        urls.log(locale),
      ].map((address) => [address, 'page'] as const),
      ...scopes
        .filter(({ type }) => type !== 'site')
        .map((scope) => [urls.scope(locale, scope), 'scope'] as const),
      [urls.calendar(locale), 'feed'] as const,
      ...scopes.flatMap((scope) =>
        feedFormats.map((format) => [urls.feed(locale, scope, format), 'feed'] as const),
      ),
    ]),
    ...pages.flatMap(({ slug, texts }) =>
      Object.keys(texts).map((locale) => [urls.page(locale, slug), 'page'] as const),
    ),
    ...own
      .filter(({ isPermanent }) => isPermanent)
      .map(({ locale, path }) => [urls.page(locale, path), 'page'] as const),
    ...announcements.flatMap(({ id, texts }) =>
      Object.keys(texts).map((locale) => [urls.announcement(locale, id), 'announcement'] as const),
    ),
    ...removed.flatMap(({ addresses }) =>
      addresses.map(({ locale, address }) => [noticeAddress(locale, address), 'removed'] as const),
    ),
    ...files.map(({ address }) => [encoded(address), 'attachment'] as const),
  ];
  return new Map(all);
}

/** Encodes a path as it is written in links. */
function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The permanent addresses of a scope in a language: its page and its feeds. */
export function scopeAddresses(locale: Locale, scope: OwnScope): string[] {
  return [
    urls.scope(locale, scope),
    ...feedFormats.map((format) => urls.feed(locale, scope, format)),
  ];
}
