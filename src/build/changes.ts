import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { scopeKey, scopesOf } from '#snapshot/lists.ts';
import { changedPages, type Pages } from '#history/changed-pages.ts';
import type { ReleaseChanges } from '#history/release-state.ts';
import type { AnnouncementId } from '#site/model.ts';
import { absolute, feedFormats, type Scope, urls } from '#site/urls.ts';

/**
 * The page of every public announcement with the time of its last change. Withdrawn and removed announcements are
 * included.
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
  const removed = model.removed.flatMap(({ id, reasons, removedOn }) =>
    Object.keys(reasons).map(
      (locale) => [urls.announcement(locale, id), removedOn.toISOString()] as const,
    ),
  );
  return Object.fromEntries([...shown, ...removed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What has changed since an earlier release, and which services the site wants notified about it.
 * @param before the pages of the earlier release
 */
export function changesSince(before: Pages, snapshot: ContentSnapshot): ReleaseChanges {
  const { site } = snapshot.model;
  const changed = changedPages(before, pageStates(snapshot));
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
  const feeds = site.locales.flatMap((locale) => {
    const isNew = (id: AnnouncementId) => changed.has(urls.announcement(locale, id));
    const told = [...model.announcements, ...model.removed].filter(({ id }) => isNew(id));
    if (told.length === 0) return [];
    const scopes = new Map<string, Scope>(
      [{ type: 'site' } as const, ...told.flatMap(scopesOf)].map((scope) => [
        scopeKey(scope),
        scope,
      ]),
    );
    return [...scopes.values()].flatMap((scope) =>
      feedFormats.map((format) => absolute(site, urls.feed(locale, scope, format))),
    );
  });
  return feeds.sort();
}
