import type { Locale } from '#lang/locale.ts';
import type { Registries } from './model.ts';
import { taxonomies, taxonomyIds } from './taxonomies.ts';
import { urls } from './urls.ts';

/**
 * Whether a site makes a page or a file at an address by itself, so that no old address can be there; a page or a file
 * that comes and goes with what it lists (`/ru/archive/2/`) counts too. Announcements and standing pages are not asked about.
 * @param address from the site's root
 */
export function isOwnAddress(
  address: string,
  locales: readonly Locale[],
  registries: Registries,
): boolean {
  if (address === urls.root || atRoot.test(address)) return true;
  const [, locale = '', ...rest] = address.split('/');
  if (!locales.includes(locale)) return false;
  const path = rest.join('/');
  const [first, id = '', ...below] = rest;
  const taxonomy = taxonomyIds.find((each) => each === first);
  if (taxonomy && id && below.length > 0) {
    const known = [...taxonomies[taxonomy].ids(registries)];
    return known.includes(id) && listed.test(below.join('/'));
  }
  return (listed.test(path) && !/^\d/u.test(path)) || alone.test(path);
}

/** What every site has once. */
const atRoot =
  /^\/(?:404\.html|robots\.txt|log\.json|feed\.css|prefs\.css|(?:news-)?sitemap[\w-]*\.xml|(?:api|_[a-z]+|view|kits)\/.*)$/u;

/** Below a list: itself, its further pages, its feeds. */
const listed = /^(?:\d+\/|rss\.xml|atom\.xml|feed\.json)?$/u;

/** Below a language. */
const alone =
  /^(?:calendar\.ics|archive\/(?:\d+\/)?(?:\d\d\/)?|weeks\/(?:\d{4}-w\d\d\/|rss\.xml|atom\.xml|feed\.json)?|atom\/.+\.xml|(?:search|subscribe|outcomes|log)\/)$/u;
