import type { Context } from './context.ts';

/**
 * A link that opens a letter to the press office about a fault on a page, with the address of the page in it.
 * @param title of the page
 * @param address absolute
 * @returns undefined where the press office has no e-mail address
 */
export function faultLetter(
  { site, t }: Context,
  title: string,
  address: string,
): string | undefined {
  const [first] = site.contacts.emails;
  if (!first) return undefined;
  // Lines of a letter end with CR and LF (RFC 6068, section 5).
  const body = t('footer.faultBody', { address }).replaceAll('\n', '\r\n');
  return `mailto:${first.address}?subject=${encodeURIComponent(t('footer.faultSubject', { title }))}&body=${encodeURIComponent(body)}`;
}
