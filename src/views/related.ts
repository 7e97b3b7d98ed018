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
  const shared = new Map<Announcement, Scope[]>();
  for (const scope of scopesOf(announcement).filter(({ type }) => worth[type] > 0)) {
    const { all } = lists.scopes.get(scopeKey(scope)) ?? nothing;
    for (const other of all.slice(0, lookedAt)) {
      if (other !== announcement && !other.expired) shared.set(other, [...(shared.get(other) ?? []), scope]);
    }
  }
  return [...shared]
    .map(([other, scopes]) => ({ other, scopes, score: scopes.reduce((sum, { type }) => sum + worth[type], 0) }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || newestFirst(a.other, b.other))
    .slice(0, shown)
    .map(({ other, scopes }) => ({
      href: link(urls.announcement(locale, other.id)),
      text: other.texts[locale]!.title,
      reason: t('announcement.relatedBy', { names: names(context, scopes) }),
    }));
}

/** The weightiest first; of one weight by the alphabet of identifiers, the same in every language. */
function names(context: Context, scopes: readonly Scope[]): string {
  return [...scopes]
    .sort((a, b) => worth[b.type] - worth[a.type] || byCode(scopeKey(a), scopeKey(b)))
    .map((scope) => scopeName(context, scope))
    .join(', ');
}
