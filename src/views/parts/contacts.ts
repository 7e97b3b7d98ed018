import { urls } from '#site/urls.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { Context } from './context.ts';
import type { Link } from './link.ts';

/** Ways to contact a person, a division or the press office. */
export interface Contacts {
  readonly name: Link | undefined;
  readonly role: string | undefined;
  readonly phones: ReadonlyArray<Link & { readonly label: string | undefined }>;
  readonly emails: ReadonlyArray<Link & { readonly label: string | undefined }>;
  readonly address: string | undefined;
  readonly hours: string | undefined;
}

function phone(number: string, label?: string): Contacts['phones'][number] {
  return { href: `tel:${number.replaceAll(/[^\d+]/gu, '')}`, text: number, label };
}

function email(address: string, label?: string): Contacts['emails'][number] {
  return { href: `mailto:${address}`, text: address, label };
}

/** The contacts of the press office. */
export function siteContacts({ site, locale }: Context): Contacts {
  const { phones, emails, hours } = site.contacts;
  return {
    name: undefined,
    role: undefined,
    phones: phones.map(({ number, label }) => phone(number, label?.[locale])),
    emails: emails.map(({ address, label }) => email(address, label?.[locale])),
    address: site.publisher.address?.[locale],
    hours: hours?.[locale],
  };
}

/**
 * The contacts of a person or division. If it has none, those of the press office.
 * @param id of the person or division
 */
export function contactsOf(context: Context, id: string): Contacts {
  const { snapshot, locale, link } = context;
  const person = snapshot.model.people.get(id);
  if (person) {
    const name = {
      href: link(urls.scope(locale, { type: 'people', id })),
      text: inLocale(person.name, locale),
    };
    return {
      ...siteContacts(context),
      name,
      role: person.role[locale],
      address: undefined,
      hours: undefined,
    };
  }
  const division = mustGet(snapshot.model.divisions, id);
  return {
    name: {
      href: link(urls.scope(locale, { type: 'divisions', id })),
      text: inLocale(division.name, locale),
    },
    role: undefined,
    phones: division.phone ? [phone(division.phone)] : [],
    emails: division.email ? [email(division.email)] : [],
    address: division.address?.[locale],
    hours: division.hours?.[locale],
  };
}
