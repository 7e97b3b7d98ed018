import type { Locale } from '#lang/locale.ts';
import { kinds } from '#schema/announcement.ts';
import type { Registry } from './read-registry.ts';
import { urls } from './urls.ts';

/**
 * Whether a site makes a page or a file at an address by itself, so that no old address can be there; a page or a file
 * that comes and goes with what it lists (`/ru/archive/2/`) counts too. Announcements and standing pages are not asked about.
 * @param address from the site's root
 */
export function isOwnAddress(
  address: string,
  locales: readonly Locale[],
  { topics, divisions, people }: Pick<Registry, 'topics' | 'divisions' | 'people'>,
): boolean {
  if (address === urls.root || atRoot.test(address)) return true;
  const [, locale = '', ...rest] = address.split('/');
  if (!locales.includes(locale)) return false;
  const path = rest.join('/');
  const [, type = '', id = ''] =
    /^(?<type>topics|divisions|people|kinds)\/(?<id>[^/]+)\//u.exec(path) ?? [];
  if (type) {
    const known: Record<string, { has(id: string): boolean }> = {
      topics,
      divisions,
      people,
      kinds: new Set<string>(kinds),
    };
    return known[type]!.has(id) && listed.test(path.slice(`${type}/${id}/`.length));
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
