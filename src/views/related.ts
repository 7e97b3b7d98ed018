import { nothing, scopeKey, scopesOf } from '#edition/lists.ts';
import { byCode } from '#lang/sort.ts';
import { newestFirst } from '#site/announcement.ts';
import type { Announcement } from '#site/model.ts';
import { type Scope, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';
import { scopeName } from './names.ts';

/** Another announcement about the same things, and what these are: «Общее: Миграция, Айдын Кабдулдинов». */
export interface RelatedView extends Link {
  readonly reason: string;
}

/** What it is worth to share a scope. Few announcements share a person, many a division; of one kind are too many to say anything. */
const worth = { people: 3, topics: 2, divisions: 1, kinds: 0, site: 0 } as const satisfies Record<Scope['type'], number>;

/** One shared division alone does not make two announcements related. */
const leastScore = 2;
const shown = 3;

/** Of a scope with thousands of announcements only so many of the newest are looked at: older ones would lose to them with the same score. */
const lookedAt = 100;

/** Announcements in the language of the page that share people, topics or divisions with this one: the most shared first, then the newest. */
export function relatedTo(context: Context, announcement: Announcement): RelatedView[] {
  const { lists, locale, link, t } = context;
  const weighty = scopesOf(announcement).filter(({ type }) => worth[type] > 0);
  const newestOf = (scope: Scope) => (lists.scopes.get(scopeKey(scope)) ?? nothing).all.slice(0, lookedAt);
  const scores = new Map<Announcement, number>();
  for (const scope of weighty) for (const other of newestOf(scope)) scores.set(other, (scores.get(other) ?? 0) + worth[scope.type]);
  scores.delete(announcement);
  return best(scores).map((other) => ({
    href: link(urls.announcement(locale, other.id)),
    text: other.texts[locale]!.title,
    reason: t('announcement.relatedBy', { names: names(context, weighty.filter((scope) => newestOf(scope).includes(other))) }),
  }));
}

/** Those to be shown, the best first. Hundreds share something: to sort them all would take longer than all the rest of a page. */
function best(scores: ReadonlyMap<Announcement, number>): Announcement[] {
  const found: Announcement[] = [];
  const compare = (one: Announcement, other: Announcement) => scores.get(other)! - scores.get(one)! || newestFirst(one, other);
  let least = leastScore;
  for (const [announcement, score] of scores) {
    if (score < least || announcement.expired) continue;
    found.push(announcement);
    found.sort(compare);
    if (found.length > shown) found.pop();
    if (found.length === shown) least = scores.get(found.at(-1)!)!;
  }
  return found;
}

/** The weightiest first; of one weight by the alphabet of identifiers, the same in every language. */
function names(context: Context, scopes: readonly Scope[]): string {
  return [...scopes]
    .sort((a, b) => worth[b.type] - worth[a.type] || byCode(scopeKey(a), scopeKey(b)))
    .map((scope) => scopeName(context, scope))
    .join(', ');
}
