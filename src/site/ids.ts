import type { Locale } from '#lang/locale.ts';
import type { Announcement, Site } from './model.ts';
import type { Scope } from './urls.ts';

// The addresses of a site can change: it gets https, another path, another host. The ids by which feed readers and
// calendars recognise an item must stay the same, or every item appears again as new. So the ids are tag URIs (RFC
// 4151), which hold nothing that changes.

/**
 * A tag URI must contain a date. This is the first year in which sites of this kind exist, used unless `feedAuthority`
 * gives another date.
 */
const since = 2026;

function tag(
  { origin, feedAuthority }: Pick<Site, 'origin' | 'feedAuthority'>,
  name: string,
): string {
  return `tag:${feedAuthority ?? `${new URL(origin).hostname},${since}`}:${name}`;
}

/** The feed id of an announcement in one language: `tag:press.example.org,2026:kk/2026/night-patrol`. */
export function entryId(
  site: Site,
  locale: Locale,
  { identity }: Pick<Announcement, 'identity'>,
): string {
  return tag(site, `${locale}/${identity}`);
}

/** The feed id of the notice that an announcement was removed; see `addressHash`. */
export function removedEntryId(site: Site, locale: Locale, hash: string): string {
  return tag(site, `${locale}/removed/${hash}`);
}

/** The id of the feed of a list of announcements: `tag:press.example.org,2026:kk/topics/public-safety`. */
export function feedId(site: Site, locale: Locale, scope: Scope): string {
  return tag(site, scope.type === 'site' ? locale : `${locale}/${scope.type}/${scope.id}`);
}

/** The id of the feed of weekly digests in a language. */
export function digestFeedId(site: Site, locale: Locale): string {
  return tag(site, `${locale}/weeks`);
}

/** The feed id of one weekly digest: `tag:press.example.org,2026:kk/weeks/2026-W04`. */
export function digestEntryId(site: Site, locale: Locale, week: string): string {
  return tag(site, `${locale}/weeks/${week}`);
}

/** The message id of a weekly digest that is sent as an e-mail. */
export function digestMailId(site: Site, locale: Locale, week: string): string {
  return `weeks-${week}-${locale}@${host(site)}`;
}

/**
 * The id of an event. It is the same in every language, so that a calendar that has the event in one language does not
 * show it twice (RFC 7986, section 5.3).
 */
export function eventId(site: Site, { identity }: Pick<Announcement, 'identity'>): string {
  return `${identity.replace('/', '-')}@${host(site)}`;
}

function host({ origin, feedAuthority }: Pick<Site, 'origin' | 'feedAuthority'>): string {
  return feedAuthority?.split(',')[0] ?? new URL(origin).hostname;
}
