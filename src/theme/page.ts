import type { Locale } from '#lang/locale.ts';
import { siteSettings, stringsOf } from '#snapshot/build-context.ts';

/**
 * Tells which page of the theme this is.
 * @param url `Astro.url`
 * @returns the language and the name of the page, from the path under the base
 */
export function placeOf(url: URL): { locale: Locale; name: string } {
  const [locale = '', name = ''] = url.pathname.slice(siteSettings().base.length).split('/');
  return { locale, name };
}

/**
 * The language of a page.
 * @param url `Astro.url`
 */
export function pageLocale(url: URL): Locale {
  return placeOf(url).locale;
}

/**
 * The interface texts in the language of a page: `const { t } = pageStrings(Astro.url)`.
 * @param url `Astro.url`
 */
export function pageStrings(url: URL) {
  return stringsOf(pageLocale(url));
}
