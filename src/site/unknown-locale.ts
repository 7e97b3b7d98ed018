import type { Locale } from '#lang/locale.ts';

/** What `unknown-locale` says of a code that is no language of a site. */
export function unknownLocale(locale: string, locales: readonly Locale[]) {
  return { locale, locales: locales.join(', '), nearest: meantLocale(locale, locales) };
}

/**
 * The language of a site that a wrong code means, where it is the code of a country: `kz` means `kk`. By CLDR's likely
 * subtags (UTS 35).
 * @returns an empty string if it means none
 */
function meantLocale(written: string, locales: readonly Locale[]): string {
  const region = written.toUpperCase();
  return locales.find((locale) => new Intl.Locale(locale).maximize().region === region) ?? '';
}
