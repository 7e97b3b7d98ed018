import type { Context } from './context.ts';

/**
 * A `mailto:` link for reporting a fault on a page to the press office. The letter contains the address of the
 * page.
 * @param title of the page
 * @param address the absolute address of the page
 * @returns undefined if the press office has no e-mail address
 */
export function faultLetter(
  { site, t }: Context,
  title: string,
  address: string,
): string | undefined {
  const [first] = site.contacts.emails;
  if (!first) return undefined;
  // Line breaks in a `mailto:` body are CR LF (RFC 6068, section 5).
  const body = t('footer.faultBody', { address }).replaceAll('\n', '\r\n');
  return `mailto:${first.address}?subject=${encodeURIComponent(t('footer.faultSubject', { title }))}&body=${encodeURIComponent(body)}`;
}
