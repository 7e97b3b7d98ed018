import type { Locale } from '#lang/locale.ts';
import { kinds } from '#schema/announcement.ts';
import type { Model } from '#site/model.ts';
import type { Scope } from '#site/urls.ts';

/** Every scope that has a page and feeds of its own, and the site as a whole first. */
export function allScopes({ topics, divisions, people }: Model): Scope[] {
  return [
    { type: 'site' },
    ...[...topics.keys()].map((id): Scope => ({ type: 'topics', id })),
    ...[...divisions.keys()].map((id): Scope => ({ type: 'divisions', id })),
    ...[...people.keys()].map((id): Scope => ({ type: 'people', id })),
    ...kinds.map((id): Scope => ({ type: 'kinds', id })),
  ];
}

/** What a scope is called in a language. */
export function scopeTitle(
  { site, strings, topics, divisions, people }: Model,
  locale: Locale,
  scope: Scope,
): string {
  switch (scope.type) {
    case 'site':
      return site.name[locale]!;
    case 'topics':
      return topics.get(scope.id)!.label[locale]!;
    case 'divisions':
      return divisions.get(scope.id)!.name[locale]!;
    case 'people':
      return people.get(scope.id)!.name[locale]!;
    case 'kinds':
      return strings.get(locale)!.t(`kind.${scope.id}`);
  }
}
