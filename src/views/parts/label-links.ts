import { scopeTitle as nameOfScope } from '#snapshot/scopes.ts';
import { inLocale } from '#lang/lookup.ts';
import { inAlphabet } from '#lang/sort.ts';
import { type Scope, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';

/** The name of a scope in the language of the page. */
export function scopeName({ snapshot, locale }: Context, scope: Scope): string {
  return nameOfScope(snapshot.model, locale, scope);
}

/** A link to the page of a scope. */
export function scopeLink(context: Context, scope: Scope): Link {
  return { href: context.link(urls.scope(context.locale, scope)), text: scopeName(context, scope) };
}

/**
 * Links to all divisions in the alphabetical order of the page's language. Each division is followed by the
 * divisions that belong to it.
 */
export function divisionLinks(context: Context, parent?: string): Link[] {
  const { snapshot, locale } = context;
  const compare = inAlphabet(locale);
  return [...snapshot.model.divisions.values()]
    .filter((division) => division.parent === parent)
    .sort((a, b) => compare(inLocale(a.name, locale), inLocale(b.name, locale)))
    .flatMap(({ id }) => [
      scopeLink(context, { type: 'divisions', id }),
      ...divisionLinks(context, id),
    ]);
}
