import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { scopeKey, scopesOf } from '#snapshot/lists.ts';
import { allScopes } from '#snapshot/scopes.ts';
import { changedPages, type Pages } from '#history/changed-pages.ts';
import type { ReleaseChanges } from '#history/release-state.ts';
import type { AnnouncementId } from '#site/model.ts';
import { noticeAddress } from '#site/removed-address.ts';
import { absolute, feedFormats, type Scope, urls } from '#site/urls.ts';

/**
 * The page of every public announcement with the time of its last change, withdrawn ones included. The notice of a
 * removed one stands in place of its page.
 */
export function pageStates({ model }: ContentSnapshot): Pages {
  const shown = model.announcements.flatMap(({ id, texts, withdrawnOn }) =>
    Object.entries(texts).map(
      ([locale, { updated }]) =>
        [
          urls.announcement(locale, id),
          (withdrawnOn && withdrawnOn > updated ? withdrawnOn : updated).toISOString(),
        ] as const,
    ),
  );
  const removed = model.removed.flatMap(({ id, appeared, removedOn }) =>
    Object.keys(appeared).map(
      (locale) =>
        [noticeAddress(locale, urls.announcement(locale, id)), removedOn.toISOString()] as const,
    ),
  );
  return Object.fromEntries([...shown, ...removed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What has changed since an earlier release, and which services the site wants notified about it.
 * @param before the pages of the earlier release
 */
export function changesSince(before: Pages, snapshot: ContentSnapshot): ReleaseChanges {
  const { site, removed } = snapshot.model;
  // The state is kept, so it must not name what was removed.
  const names = new Set(
    removed.flatMap(({ addresses }) => addresses.map(({ address }) => address)),
  );
  const changed = changedPages(before, pageStates(snapshot)).filter(
    (address) => !names.has(address),
  );
  return {
    format: 1,
    url: absolute(site, urls.root),
    ...(site.hub && { hub: site.hub }),
    ...(site.indexNowKey && { indexNowKey: site.indexNowKey }),
    changed: changed.map((address) => absolute(site, address)),
    feeds: site.hub ? feedsWith(snapshot, new Set(changed)) : [],
  };
}

/** The feeds that list one of the changed pages, or report it as gone. */
function feedsWith({ model }: ContentSnapshot, changed: ReadonlySet<string>): string[] {
  const { site } = model;
  // A removal can end a scope.
  const existing = new Set(allScopes(model).map(scopeKey));
  const feeds = site.locales.flatMap((locale) => {
    const page = (id: AnnouncementId) => urls.announcement(locale, id);
    const told = [
      ...model.announcements.filter(({ id }) => changed.has(page(id))),
      ...model.removed.filter(({ id }) => changed.has(noticeAddress(locale, page(id)))),
    ];
    if (told.length === 0) return [];
    const scopes = new Map<string, Scope>(
      [{ type: 'site' } as const, ...told.flatMap(scopesOf)].map((scope) => [
        scopeKey(scope),
        scope,
      ]),
    );
    const listed = [...scopes].filter(([key]) => existing.has(key)).map(([, scope]) => scope);
    return listed.flatMap((scope) =>
      feedFormats.map((format) => absolute(site, urls.feed(locale, scope, format))),
    );
  });
  return feeds.sort();
}
