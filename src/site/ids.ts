import type { Locale } from '#lang/locale.ts';
import type { Announcement, Site } from './model.ts';
import type { Scope } from './urls.ts';

// Addresses change: a site gets https, another path, another host. What a feed reader or a calendar knows an item by
// must not, or each of them arrives again as new. So names are tag URIs (RFC 4151) that hold what never changes.

/** The year from which sites of this kind exist: the day that a tag must name, unless `feedAuthority` names another. */
const since = 2026;

function tag(
  { origin, feedAuthority }: Pick<Site, 'origin' | 'feedAuthority'>,
  name: string,
): string {
  return `tag:${feedAuthority ?? `${new URL(origin).hostname},${since}`}:${name}`;
}

/** The name of an announcement in one language: `tag:press.example.org,2026:kk/2026/night-patrol`. */
export function entryId(
  site: Site,
  locale: Locale,
  { identity }: Pick<Announcement, 'identity'>,
): string {
  return tag(site, `${locale}/${identity}`);
}

/** The name of a list of announcements: `tag:press.example.org,2026:kk/topics/public-safety`. */
export function feedId(site: Site, locale: Locale, scope: Scope): string {
  return tag(site, scope.type === 'site' ? locale : `${locale}/${scope.type}/${scope.id}`);
}

/** The names of the digests of a language, and of one of them: `tag:press.example.org,2026:kk/weeks/2026-W04`. */
export function digestFeedId(site: Site, locale: Locale): string {
  return tag(site, `${locale}/weeks`);
}

export function digestEntryId(site: Site, locale: Locale, week: string): string {
  return tag(site, `${locale}/weeks/${week}`);
}

/** The name of a digest as an e-mail. */
export function digestMailId(site: Site, locale: Locale, week: string): string {
  return `weeks-${week}-${locale}@${host(site)}`;
}

/** The name of an event, the same in every language, so that a calendar that knows it in one does not show it twice (RFC 7986, section 5.3). */
export function eventId(site: Site, { identity }: Pick<Announcement, 'identity'>): string {
  return `${identity.replace('/', '-')}@${host(site)}`;
}

function host({ origin, feedAuthority }: Pick<Site, 'origin' | 'feedAuthority'>): string {
  return feedAuthority?.split(',')[0] ?? new URL(origin).hostname;
}
