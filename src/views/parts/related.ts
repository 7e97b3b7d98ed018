import { inLocale, itemAt, lastOf, mustGet } from '#lang/lookup.ts';
import { type Lists, nothing, scopeKey, scopesOf } from '#snapshot/lists.ts';
import { memoizeBy } from '#memo.ts';
import { byCode } from '#lang/sort.ts';
import type { Announcement } from '#site/model.ts';
import { taxonomies } from '#site/taxonomies.ts';
import { type OwnScope, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';
import { scopeName } from './label-links.ts';

/** An announcement with shared scopes, and the names of those scopes: «Миграция, Айдын Кабдулдинов». */
export interface RelatedView extends Link {
  readonly reason: string;
}

/** High enough that one shared division alone does not make two announcements related. */
const leastScore = 2;
const shown = 3;

/** The number of newest announcements considered in each scope. Older ones would lose to them at the same score. */
const lookedAt = 100;

interface Weighty {
  readonly scope: OwnScope;
  /** The result of `newestOf`. */
  readonly newest: readonly number[];
}

/**
 * Announcements in the language of the page that share people, topics or divisions with this one. Those that share
 * the most are first, then the newest.
 */
export function relatedTo(context: Context, announcement: Announcement): RelatedView[] {
  const { lists, locale, link, t } = context;
  const weighty = scopesOf(announcement)
    .filter(({ type }) => taxonomies[type].worth > 0)
    .map((scope) => ({ scope, newest: newestOf(lists, scopeKey(scope)) }));
  return best(lists, weighty, lists.position.get(announcement)).map((place) => ({
    href: link(urls.announcement(locale, itemAt(lists.all, place).id)),
    text: inLocale(itemAt(lists.all, place).texts, locale).title,
    reason: t('announcement.relatedBy', {
      names: names(
        context,
        weighty.filter(({ newest }) => newest.includes(place)).map(({ scope }) => scope),
      ),
    }),
  }));
}

/**
 * The candidates of a scope, as positions in the list of all announcements. They are numbers because a page
 * compares hundreds of them.
 */
const newestOf = memoizeBy(({ scopes, position }: Lists, key: string): readonly number[] => {
  const newest = (scopes.get(key) ?? nothing).all.slice(0, lookedAt);
  return newest
    .filter(({ expired }) => !expired)
    .map((announcement) => mustGet(position, announcement));
});

/**
 * The announcements to show: the best score first, and the newest first at the same score. Hundreds share
 * something, so sorting all of them would take longer than the rest of the page.
 */
function best(lists: Lists, weighty: readonly Weighty[], self: number | undefined): number[] {
  const scores = sheetOf(lists);
  for (const {
    scope: { type },
    newest,
  } of weighty)
    for (const place of newest) scores[place] = (scores[place] ?? 0) + taxonomies[type].worth;
  const found: Array<{ readonly place: number; readonly score: number }> = [];
  let least = leastScore;
  for (const { newest } of weighty) {
    for (const place of newest) {
      const score = scores[place] ?? 0;
      scores[place] = 0; // Each place counts once; this also clears the array for the next page.
      if (score < least || place === self) continue;
      found.push({ place, score });
      found.sort((one, other) => other.score - one.score || one.place - other.place);
      if (found.length > shown) found.pop();
      if (found.length === shown) least = lastOf(found).score;
    }
  }
  return found.map(({ place }) => place);
}

// One array for all pages. Making a map of hundreds of entries for each page took a third of the time of all views.
const sheets = new WeakMap<Lists, Uint32Array>();

function sheetOf(lists: Lists): Uint32Array {
  const sheet = sheets.get(lists) ?? new Uint32Array(lists.all.length);
  sheets.set(lists, sheet);
  return sheet;
}

/**
 * The scopes with the highest weight first. Scopes of the same weight are sorted by identifier, which gives the
 * same order in every language.
 */
function names(context: Context, scopes: readonly OwnScope[]): string {
  return [...scopes]
    .sort(
      (a, b) =>
        taxonomies[b.type].worth - taxonomies[a.type].worth || byCode(scopeKey(a), scopeKey(b)),
    )
    .map((scope) => scopeName(context, scope))
    .join(', ');
}
