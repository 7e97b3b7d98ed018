import type { Direction, Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { taxonomies, taxonomyIds } from '#site/taxonomies.ts';
import { absolute, feedNames, feedTypes, type FeedFormat, type Scope, urls } from '#site/urls.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import type { Link } from '#views/parts/link.ts';
import { scopesIn } from '#snapshot/scopes.ts';
import { scopeName } from '#views/parts/label-links.ts';

/** The page that lists all feeds of a language. */
export interface SubscribeView {
  readonly frame: Frame;
  readonly title: string;
  /** The accounts of the press office elsewhere: where most people read. */
  readonly accounts: readonly Link[];
  readonly groups: readonly FeedGroup[];
  /** The page of the digests, and their feed. */
  readonly weeksPage: string;
  readonly weeks: FeedLine;
  readonly calendar: FeedLine;
  readonly data: readonly FeedLine[];
  /** The site's feed in each other language. */
  readonly others: ReadonlyArray<FeedLine & { readonly lang: Locale; readonly dir: Direction }>;
}

/** Feeds under one heading. */
export interface FeedGroup {
  readonly heading: string;
  readonly feeds: readonly FeedLine[];
}

/** One feed, with its addresses in several formats. */
export interface FeedLine {
  readonly name: string;
  /** The format that every feed reader understands is first. */
  readonly addresses: readonly FeedAddress[];
}

/** The address of a feed in one format. */
export interface FeedAddress {
  readonly format: string;
  readonly type: string;
  /** The absolute address, because people copy it into another program. */
  readonly address: string;
}

const order: readonly FeedFormat[] = ['rss', 'atom', 'json'];

export function subscribeView(snapshot: Snapshot, locale: Locale): SubscribeView {
  const context = snapshot.language(locale);
  const { site, t } = context;
  const title = t('subscribe.title');
  const line = (name: string, format: string, type: string, path: string): FeedLine => ({
    name,
    addresses: [{ format, type, address: absolute(site, path) }],
  });
  const group = (heading: string, scopes: readonly Scope[]): FeedGroup => ({
    heading,
    feeds: scopes.map((scope) => feedLine(context, scope)),
  });
  const groups = [
    group(t('subscribe.feeds'), [{ type: 'site' }]),
    ...taxonomyIds.map((id) => group(t(taxonomies[id].heading), scopesIn(snapshot.model, id))),
  ];
  return {
    frame: makeFrame(context, {
      path: urls.subscribe(locale),
      title,
      description: t('subscribe.lead'),
      versions: everyLocale(context, urls.subscribe),
    }),
    title,
    accounts: site.accounts.map(({ label, url }) => ({ href: url, text: label })),
    weeksPage: context.link(urls.weeks(locale)),
    weeks: {
      name: t('weeks.title'),
      addresses: addresses(context, (format) => urls.weeksFeed(locale, format)),
    },
    calendar: line(
      t('subscribe.calendarName'),
      'iCalendar',
      'text/calendar',
      urls.calendar(locale),
    ),
    data: [
      line(t('subscribe.dataNewest'), 'JSON', 'application/json', urls.data),
      line(t('subscribe.dataTable'), 'CSV', 'text/csv', urls.dataTable),
      line(t('subscribe.dataOutcomes'), 'JSON', 'application/json', urls.dataOutcomes),
    ],
    groups: groups.filter(({ feeds }) => feeds.length > 0),
    others: site.locales
      .filter((other) => other !== locale)
      .map((other) => {
        const there = snapshot.language(other);
        return { lang: other, dir: there.strings.dir, ...feedLine(there, { type: 'site' }) };
      }),
  };
}

function feedLine(context: Context, scope: Scope): FeedLine {
  const { locale, t } = context;
  const name = scope.type === 'site' ? t('subscribe.everything') : scopeName(context, scope);
  return { name, addresses: addresses(context, (format) => urls.feed(locale, scope, format)) };
}

function addresses({ site }: Context, path: (format: FeedFormat) => string): FeedAddress[] {
  return order.map((format) => ({
    format: feedNames[format],
    type: feedTypes[format],
    address: absolute(site, path(format)),
  }));
}
