import type { Locale } from '#lang/locale.ts';
import type { Registries } from './model.ts';
import { taxonomies, taxonomyIds } from './taxonomies.ts';
import { urls } from './urls.ts';

/**
 * Tells whether the site itself makes a page or a file at an address, so that no old address can be there. Pages and
 * files that come and go with the length of a list (`/ru/archive/2/`) count, too. Announcements and standing pages are
 * not considered.
 * @param address a path from the site's root
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

/** Files that every site has once, at its root. */
const atRoot =
  /^\/(?:404\.html|robots\.txt|log\.json|feed\.css|prefs\.css|(?:news-)?sitemap[\w-]*\.xml|(?:api|_[a-z]+|view|kits)\/.*)$/u;

/** Paths below a list: the list itself, its further pages, its feeds. */
const listed = /^(?:\d+\/|rss\.xml|atom\.xml|feed\.json)?$/u;

/** Other paths below a language. */
const alone =
  /^(?:calendar\.ics|archive\/(?:\d+\/)?(?:\d\d\/)?|weeks\/(?:\d{4}-w\d\d\/|rss\.xml|atom\.xml|feed\.json)?|atom\/.+\.xml|(?:search|subscribe|outcomes|log)\/)$/u;
