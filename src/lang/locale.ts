import { fallbackTag, languageTags } from '#languages/languages.ts';

/** A BCP 47 language tag as `site.yaml` lists it: `kk`, `ru`, `ar`, `pt-BR`. */
export type Locale = string;

/** Whether `tag` is a canonical language tag that Node has data for (plural rules, dates, sorting). */
export function isKnownLocale(tag: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(tag)[0] === tag &&
      Intl.PluralRules.supportedLocalesOf(tag).length === 1
    );
  } catch {
    return false; // `getCanonicalLocales` throws a RangeError when `tag` is not a valid tag.
  }
}

/**
 * The language tag that a person means who has written it in another form (`RU`, `ru_RU`), or a country in its place
 * (`kz` → `kk`), by CLDR's likely languages.
 * @returns undefined when there is no guess
 */
export function guessTag(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-');
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    if (isKnownLocale(canonical)) return canonical;
    return countryNames.of(tag.toUpperCase()) === undefined ? undefined : languageOf(tag);
  } catch {
    return undefined; // Not in the form of a tag.
  }
}

const countryNames = new Intl.DisplayNames(fallbackTag, { type: 'region', fallback: 'none' });

/** The language of a country: one of our own offices' first, because CLDR's likeliest may be another (Russian, of `KZ`). */
function languageOf(country: string): Locale {
  const isHome = (tag: Locale) => new Intl.Locale(tag).maximize().region === country.toUpperCase();
  return languageTags.find(isHome) ?? new Intl.Locale(`und-${country}`).maximize().language;
}

export type Direction = 'ltr' | 'rtl';

/** The writing direction of the language, from CLDR through `Intl.Locale`. */
export function direction(locale: Locale): Direction {
  // TypeScript's library does not declare `getTextInfo` yet (ES Intl Locale Info, in Node since 22).
  const info = new Intl.Locale(locale) as Intl.Locale & { getTextInfo(): { direction: Direction } };
  return info.getTextInfo().direction;
}

/** The language with its most likely territory, in Open Graph's format: `kk_KZ`, `ru_RU` (CLDR likely subtags). */
export function localeWithTerritory(locale: Locale): string {
  let known = withTerritory.get(locale);
  if (known === undefined) {
    const { language, region } = new Intl.Locale(locale).maximize();
    withTerritory.set(locale, (known = region ? `${language}_${region}` : language));
  }
  return known;
}

// Cached: every page needs it, and `maximize` is slow.
const withTerritory = new Map<Locale, string>();
