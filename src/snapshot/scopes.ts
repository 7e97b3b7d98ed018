import type { Locale } from '#lang/locale.ts';
import { inLocale } from '#lang/lookup.ts';
import type { Model } from '#site/model.ts';
import { taxonomies, type TaxonomyId, taxonomyIds } from '#site/taxonomies.ts';
import type { OwnScope, Scope } from '#site/urls.ts';

/** Every scope that has its own page and feeds. The whole site comes first. */
export function allScopes(model: Model): Scope[] {
  return [{ type: 'site' }, ...taxonomyIds.flatMap((type) => scopesIn(model, type))];
}

/** The entries of a taxonomy as scopes. */
export function scopesIn(model: Model, type: TaxonomyId): OwnScope[] {
  return [...taxonomies[type].ids(model)].map((id) => ({ type, id }));
}

/** The title of a scope in a language. */
export function scopeTitle(model: Model, locale: Locale, scope: Scope): string {
  return scope.type === 'site'
    ? inLocale(model.site.name, locale)
    : taxonomies[scope.type].name(model, locale, scope.id);
}
