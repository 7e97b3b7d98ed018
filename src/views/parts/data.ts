import type { BreadcrumbList, ContactPoint, Organization, WithContext } from 'schema-dts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import { absolute, urls } from '#site/urls.ts';
import { inLocale } from '#lang/lookup.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';

// The structured data of pages (schema.org). It is typed by the schema.org vocabulary, so a misspelled property does
// not compile.

/** The publisher, as part of other structured data. */
export function publisher({ snapshot, locale }: Context): Organization {
  return publisherOf(snapshot, locale);
}

const publisherOf = memoizeBy((snapshot: ContentSnapshot, locale: Locale): Organization => {
  const { site, link } = snapshot.language(locale);
  const { type, name, address } = site.publisher;
  return {
    // The type may be any kind of organization in `site.yaml`; the cast gives it a type of the vocabulary.
    '@type': type as 'Organization',
    '@id': `${absolute(site, urls.root)}#publisher`,
    name: inLocale(name, locale),
    url: absolute(site, urls.home(locale)),
    ...(address && { address: inLocale(address, locale) }),
    ...(site.emblem && { logo: `${site.origin}${link(urls.emblem(site.emblem))}` }),
  };
});

/** The publisher on its own page, with its contacts. */
export function publisherData(context: Context): WithContext<Organization> {
  const { accounts, contacts } = context.site;
  return {
    '@context': 'https://schema.org',
    ...(publisher(context) as Exclude<Organization, string>),
    ...(accounts.length > 0 && { sameAs: accounts.map(({ url }) => url) }),
    ...(contacts.phones.length + contacts.emails.length > 0 && {
      contactPoint: contactPoints(context),
    }),
  };
}

function contactPoints({ site, locale }: Context): ContactPoint[] {
  const { phones, emails } = site.contacts;
  const labelled = (label: Readonly<Record<string, string>> | undefined) => ({
    contactType: label?.[locale] ?? 'press',
    availableLanguage: [...site.locales],
  });
  return [
    ...phones.map(({ label, number }): ContactPoint => ({
      '@type': 'ContactPoint',
      ...labelled(label),
      telephone: number,
    })),
    ...emails.map(({ label, address }): ContactPoint => ({
      '@type': 'ContactPoint',
      ...labelled(label),
      email: address,
    })),
  ];
}

/**
 * The breadcrumb trail of a page.
 * @param breadcrumbs from the home page to the parent of the page
 * @param title of the page itself, which needs no address in the trail
 */
export function breadcrumbData(
  { site }: Context,
  breadcrumbs: readonly Link[],
  title: string | undefined,
): WithContext<BreadcrumbList> {
  const steps = [
    ...breadcrumbs.map(({ href, text }) => ({ name: text, item: `${site.origin}${href}` })),
    ...(title ? [{ name: title }] : []),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}
