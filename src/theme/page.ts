import type { Locale } from '#lang/locale.ts';
import { siteSettings, stringsOf } from '#snapshot/build-context.ts';

/**
 * Tells which page of the theme this is.
 * @param url `Astro.url`
 * @returns the language, and the name of the page: the path below the language, such as `routes/7`
 */
export function placeOf(url: URL): { locale: Locale; name: string } {
  const [locale = '', ...parts] = url.pathname.slice(siteSettings().base.length).split('/');
  return { locale, name: parts.filter((part) => part !== '').join('/') };
}

/**
 * The language of a page.
 * @param url `Astro.url`
 */
export function pageLocale(url: URL): Locale {
  return placeOf(url).locale;
}

/**
 * The language for which `getStaticPaths` is asked.
 * @param routePattern the argument of that name: `/ru/routes/[id]`
 */
export function routeLocale(routePattern: string): Locale {
  return routePattern.split('/')[1] ?? '';
}

/**
 * The interface texts in the language of a page: `const { t } = pageStrings(Astro.url)`.
 * @param url `Astro.url`
 */
export function pageStrings(url: URL) {
  return stringsOf(pageLocale(url));
}
