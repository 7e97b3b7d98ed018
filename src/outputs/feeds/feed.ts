import type { Snapshot } from '#snapshot/snapshot.ts';
import { scopeKey } from '#snapshot/lists.ts';
import { scopeTitle } from '#snapshot/scopes.ts';
import type { Direction, Locale } from '#lang/locale.ts';
import { feedId } from '#site/ids.ts';
import { absolute, type FeedFormat, feedFormats, type Scope, underBase, urls } from '#site/urls.ts';
import { inLocale, itemAt, mustGet } from '#lang/lookup.ts';
import { type ArchivedMonth, archivedMonths } from './feed-archive.ts';
import type { Alternate, FeedEntry } from './feed-entry.ts';
import { type Listed, listedByScope, subscription } from './feed-list.ts';

/** A list of announcements to subscribe to, independent of the format it is written in. All addresses are absolute. */
export interface Feed {
  /** Never changes: see `site/ids.ts`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: Locale;
  /** The page that shows the same list. */
  readonly page: string;
  /** The same page in the other languages of the site. */
  readonly alternates: readonly Alternate[];
  /** The address of this document in each format. */
  readonly self: Readonly<Record<FeedFormat, string>>;
  /** When something in the feed last changed. For an empty feed, the value of `sinceWhen`. */
  readonly updated: Date;
  readonly publisher: { readonly name: string; readonly url: string };
  /** The address of a WebSub hub. */
  readonly hub: string | undefined;
  /** The document's place in an archived feed (RFC 5005, section 4). Only Atom uses it. */
  readonly history: History | undefined;
  readonly guide: Guide | undefined;
  /** The last changed first. */
  readonly entries: readonly FeedEntry[];
}

/** The neighbours of a document in an archived feed. */
export interface History {
  /** The address of the live feed document; set only in documents of the archive. */
  readonly current?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** What a person reads after opening the feed in a browser. */
export interface Guide {
  readonly dir: Direction;
  readonly heading: string;
  readonly text: string;
  readonly link: { readonly href: string; readonly text: string };
  /** The path of the style sheet, under the base of the site. */
  readonly style: string;
}

/** The live feed document, which subscribers fetch regularly. */
export function scopeFeed(
  snapshot: Snapshot,
  { locale, scope }: { locale: Locale; scope: Scope },
): Feed {
  const { site } = snapshot.model;
  const listed = listedByScope(snapshot, locale).get(scopeKey(scope)) ?? [];
  const last = scope.type === 'site' ? archivedMonths(snapshot, locale).at(-1) : undefined;
  return {
    ...common(snapshot, locale, scope),
    self: Object.fromEntries(
      feedFormats.map((format) => [format, absolute(site, urls.feed(locale, scope, format))]),
    ) as Feed['self'],
    // The latest change of all texts that were ever in the feed, not only of those in it now. Otherwise the date
    // would go back when an entry leaves the feed.
    updated: latest(listed.map(({ updated }) => updated)) ?? sinceWhen(snapshot),
    hub: site.hub,
    history: last && { previous: absolute(site, last.address) },
    guide: feedGuide(snapshot, locale),
    entries: entriesOf(subscription(snapshot, listed)),
  };
}

/** A document of the archive: everything that came out in a month. It has the id of the feed that it belongs to. */
export function archiveFeed(
  snapshot: Snapshot,
  { locale, month }: { locale: Locale; month: ArchivedMonth['month'] },
): Feed {
  const { site } = snapshot.model;
  const months = archivedMonths(snapshot, locale);
  const index = months.findIndex((one) => one.month === month);
  const { address, listed } = itemAt(months, index);
  const at = (other: ArchivedMonth | undefined) => other && absolute(site, other.address);
  const self = absolute(site, address);
  return {
    ...common(snapshot, locale, { type: 'site' }),
    self: { atom: self, rss: self, json: self },
    updated: latest(listed.map(({ updated }) => updated)) ?? sinceWhen(snapshot),
    hub: undefined,
    history: {
      current: absolute(site, urls.feed(locale, { type: 'site' }, 'atom')),
      previous: index > 0 ? at(months[index - 1]) : undefined,
      next: at(months[index + 1]),
    },
    guide: undefined,
    entries: entriesOf(listed),
  };
}

function entriesOf(listed: readonly Listed[]): FeedEntry[] {
  return listed.map(({ entry }) => entry());
}

function common({ model }: Snapshot, locale: Locale, scope: Scope) {
  const { site } = model;
  const name = inLocale(site.name, locale);
  return {
    id: feedId(site, locale, scope),
    title: scope.type === 'site' ? name : `${scopeTitle(model, locale, scope)} — ${name}`,
    description: inLocale(site.description, locale),
    language: locale,
    page: absolute(site, urls.scope(locale, scope)),
    alternates: site.locales
      .filter((other) => other !== locale)
      .map((language) => ({ language, url: absolute(site, urls.scope(language, scope)) })),
    publisher: {
      name: inLocale(site.publisher.name, locale),
      url: absolute(site, urls.home(locale)),
    },
  };
}

/** What a person reads after opening a feed in this language. */
export function feedGuide({ model: { site, strings } }: Snapshot, locale: Locale): Guide {
  const { t, dir } = mustGet(strings, locale);
  return {
    dir,
    heading: t('feed.heading'),
    text: t('feed.explanation'),
    link: { href: absolute(site, urls.subscribe(locale)), text: t('feed.link') },
    style: underBase(site, urls.feedStyle),
  };
}

/**
 * The date of last change of a feed without entries, which Atom requires: the publication of the site's first
 * announcement. It stays the same when announcements come out in other scopes. If the site has no announcements, it
 * is the time of the build.
 */
export function sinceWhen({ model, now }: Snapshot): Date {
  const moments = model.announcements.map(({ published }) => published.getTime());
  return moments.length > 0
    ? new Date(moments.reduce((first, moment) => Math.min(first, moment)))
    : now;
}

function latest(moments: readonly Date[]): Date | undefined {
  if (moments.length === 0) return undefined;
  return new Date(
    moments.map((moment) => moment.getTime()).reduce((last, moment) => Math.max(last, moment)),
  );
}
