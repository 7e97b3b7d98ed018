import { scopeName as nameOfScope } from '#edition/scopes.ts';
import { type Scope, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';

/** What a scope is called in the language of the page. */
export function scopeName({ edition, locale }: Context, scope: Scope): string {
  return nameOfScope(edition.model, locale, scope);
}

/** A link to the page of a scope. */
export function scopeLink(context: Context, scope: Scope): Link {
  return { href: context.link(urls.scope(context.locale, scope)), text: scopeName(context, scope) };
}
