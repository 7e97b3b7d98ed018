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

/** Another announcement about the same things, and what these are: «Общее: Миграция, Айдын Кабдулдинов». */
export interface RelatedView extends Link {
  readonly reason: string;
}

/** One shared division alone does not make two announcements related. */
const leastScore = 2;
const shown = 3;

/** Of a scope with thousands of announcements only so many of the newest are looked at: older ones would lose to them with the same score. */
const lookedAt = 100;

interface Weighty {
  readonly scope: OwnScope;
  /** As `newestOf` finds them. */
  readonly newest: readonly number[];
}

/** Announcements in the language of the page that share people, topics or divisions with this one: the most shared first, then the newest. */
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

/** Those of a scope that may be shown, by their places in the list of all: numbers, for a page compares hundreds of them. */
const newestOf = memoizeBy(({ scopes, position }: Lists, key: string): readonly number[] => {
  const newest = (scopes.get(key) ?? nothing).all.slice(0, lookedAt);
  return newest
    .filter(({ expired }) => !expired)
    .map((announcement) => mustGet(position, announcement));
});

/** Those to be shown, the best first, and of the same score the newest. Hundreds share something: to sort them all would take longer than all the rest of a page. */
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
      scores[place] = 0; // Seen; and the sheet is empty again for the next page.
      if (score < least || place === self) continue;
      found.push({ place, score });
      found.sort((one, other) => other.score - one.score || one.place - other.place);
      if (found.length > shown) found.pop();
      if (found.length === shown) least = lastOf(found).score;
    }
  }
  return found.map(({ place }) => place);
}

// One for all pages: to make a map of hundreds for each of them took a third of the time of all views.
const sheets = new WeakMap<Lists, Uint32Array>();

function sheetOf(lists: Lists): Uint32Array {
  const sheet = sheets.get(lists) ?? new Uint32Array(lists.all.length);
  sheets.set(lists, sheet);
  return sheet;
}

/** The weightiest first; of one weight by the alphabet of identifiers, the same in every language. */
function names(context: Context, scopes: readonly OwnScope[]): string {
  return [...scopes]
    .sort(
      (a, b) =>
        taxonomies[b.type].worth - taxonomies[a.type].worth || byCode(scopeKey(a), scopeKey(b)),
    )
    .map((scope) => scopeName(context, scope))
    .join(', ');
}
