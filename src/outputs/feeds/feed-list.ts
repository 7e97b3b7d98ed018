import { hashedOnce } from '#cache/hash.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { scopeKey, scopesOf } from '#snapshot/lists.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy, once } from '#memo.ts';
import { inLocale } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import type { Scope } from '#site/urls.ts';
import { announcementEntry, type FeedEntry, lastChange, removedEntry } from './feed-entry.ts';

/** The data by which feeds select a text: its dates and its scopes. The entry itself is made on demand. */
export interface Listed {
  readonly id: string;
  readonly published: Date;
  readonly updated: Date;
  /** False if the text was withdrawn or removed. */
  readonly current: boolean;
  /** Keys made by `scopeKey`. */
  readonly scopes: ReadonlySet<string>;
  entry(): FeedEntry;
}

/**
 * Every text that came out in a language, including withdrawn and removed ones, newest first. Computed once for all
 * feeds.
 */
export const listedIn = memoizeBy((snapshot: Snapshot, locale: Locale): readonly Listed[] => {
  const { announcements, removed } = snapshot.model;
  const out = announcements
    .filter(({ texts }) => texts[locale])
    .map((announcement): Listed => {
      const text = inLocale(announcement.texts, locale, announcement.id);
      return {
        id: announcement.identity,
        published: text.appeared,
        updated: lastChange(text, announcement.withdrawnOn),
        current: !announcement.withdrawnOn,
        scopes: keys(scopesOf(announcement)),
        entry: once(() => hashedOnce(announcementEntry(snapshot, locale, announcement))),
      };
    });
  const gone = removed
    .filter(({ appeared }) => appeared[locale])
    .map((one): Listed => ({
      id: one.identity,
      published: inLocale(one.appeared, locale),
      updated: one.removedOn,
      current: false,
      scopes: keys(scopesOf(one)),
      entry: once(() => hashedOnce(removedEntry(snapshot, locale, one))),
    }));
  return [...out, ...gone].sort(
    (a, b) => b.published.getTime() - a.published.getTime() || byCode(a.id, b.id),
  );
});

/** The same lists by `scopeKey`: each text is in all the lists that it belongs to. */
export const listedByScope = memoizeBy(
  (snapshot: Snapshot, locale: Locale): ReadonlyMap<string, readonly Listed[]> => {
    const lists = new Map<string, Listed[]>();
    for (const one of listedIn(snapshot, locale)) {
      for (const key of one.scopes) {
        const list = lists.get(key);
        if (list) list.push(one);
        else lists.set(key, [one]);
      }
    }
    return lists;
  },
);

function keys(scopes: readonly Scope[]): Set<string> {
  return new Set(['site', ...scopes.map(scopeKey)]);
}

/** The number of entries in a feed. A person who reads it once a week misses none; the archive holds the rest. */
const entriesInFeed = 30;

/** How long a feed reports a change, in milliseconds. A reader who was away for a month still learns of it. */
const toldFor = 30 * 24 * 60 * 60 * 1000;

/** The newest texts of a list that are neither withdrawn nor removed, as many as a feed holds. */
export function newest(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(({ current }) => current).slice(0, entriesInFeed);
}

/**
 * The texts in a feed document: the newest, and texts of any age that were corrected, withdrawn or removed in the
 * last 30 days. A withdrawn or removed text leaves the feed after that time.
 * @returns the texts, the last changed first
 */
export function subscription({ reached }: Snapshot, listed: readonly Listed[]): readonly Listed[] {
  const changed = listed.filter(
    ({ published, updated }) =>
      updated > published && !reached(new Date(updated.getTime() + toldFor)),
  );
  return [...new Set([...newest(listed), ...changed])].sort(
    (a, b) =>
      b.updated.getTime() - a.updated.getTime() ||
      b.published.getTime() - a.published.getTime() ||
      byCode(a.id, b.id),
  );
}
