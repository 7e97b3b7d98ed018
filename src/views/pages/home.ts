import type { Locale } from '#lang/locale.ts';
import { inLocale } from '#lang/lookup.ts';
import type { StringId } from '#lang/strings-keys.ts';
import { byCode } from '#lang/sort.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { weeksOf } from '#snapshot/weeks-of-news.ts';
import { urls } from '#site/urls.ts';
import { isInForce } from '#views/parts/alerts.ts';
import { type Contacts, siteContacts } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type DateText, type Link, momentText } from '#views/parts/link.ts';
import { publisherData } from '#views/parts/data.ts';
import { scopeLink } from '#views/parts/label-links.ts';
import { hasAlertsPage } from './alerts.ts';
import {
  type ForeignTeaser,
  foreignTeaser,
  leadTeaser,
  type Teaser,
  teaser,
} from '#views/parts/teaser.ts';

/** The home page of a language. */
export interface HomeView {
  readonly frame: Frame;
  readonly name: string;
  readonly description: string;
  readonly pinned: readonly Teaser[];
  /** Events that have not ended, the nearest first. */
  readonly upcoming: ReadonlyArray<
    Link & { readonly when: DateText; readonly place: string | undefined }
  >;
  /** The newest announcement, shown large; undefined where something is pinned. */
  readonly first: Teaser | undefined;
  readonly latest: readonly Teaser[];
  readonly elsewhere: readonly ForeignTeaser[];
  readonly archive: string;
  /** The address to which the search form is submitted. */
  readonly search: string;
  readonly topics: readonly Link[];
  /** The page that lists them. */
  readonly topicsPage: string;
  /** The lists of the site that have something in them. */
  readonly sections: readonly Link[];
  readonly contacts: Contacts;
}

/** The maximum number of announcements in other languages on the home page. */
const elsewhereShown = 5;

/** The maximum number of announcements: the home page of a phone has about five screens. All are in the archive. */
const latestShown = 7;

/** The maximum number of events on the home page. */
const upcomingShown = 5;

export function homeView(snapshot: Snapshot, locale: Locale): HomeView {
  const context = snapshot.language(locale);
  const { site, lists, link } = context;
  // Warnings in force stand above, on this page as on every other.
  const others = lists.all.filter((one) => !isInForce(one));
  const pinned = others.filter((one) => one.pinned);
  const latest = others.filter((one) => !one.pinned);
  const first = pinned.length === 0 ? latest[0] : undefined;
  const { topics } = snapshot.model;
  return {
    frame: makeFrame(context, {
      path: urls.home(locale),
      versions: everyLocale(context, urls.home),
      data: [publisherData(context)],
    }),
    name: inLocale(site.name, locale),
    description: inLocale(site.description, locale),
    pinned: pinned.map((one) => leadTeaser(context, one)),
    upcoming: upcoming(context),
    first: first && leadTeaser(context, first),
    latest: latest
      .filter((one) => one !== first)
      .slice(0, Math.min(site.perPage, latestShown - Math.min(1, pinned.length)))
      .map((one) => teaser(context, one)),
    elsewhere: lists.elsewhere.slice(0, elsewhereShown).map((one) => foreignTeaser(context, one)),
    archive: link(urls.archive(locale)),
    search: link(urls.search(locale)),
    topicsPage: link(urls.index(locale, 'topics')),
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    sections: sections(context),
    contacts: siteContacts(context),
  };
}

function sections({ snapshot, lists, locale, t, link }: Context): Link[] {
  const { divisions, people } = snapshot.model;
  const all: ReadonlyArray<readonly [boolean, string, StringId]> = [
    [divisions.size > 0, urls.index(locale, 'divisions'), 'nav.divisions'],
    [people.size > 0, urls.index(locale, 'people'), 'nav.people'],
    [lists.hasOutcomes, urls.outcomes(locale), 'outcomes.title'],
    [hasAlertsPage(snapshot.model), urls.alerts(locale), 'kind.alert'],
    [weeksOf(snapshot, locale).length > 0, urls.weeks(locale), 'weeks.title'],
  ];
  return all
    .filter(([isThere]) => isThere)
    .map(([, path, text]) => ({ href: link(path), text: t(text) }));
}

function upcoming(context: Context): HomeView['upcoming'] {
  const { lists, locale, link } = context;
  return lists.all
    .flatMap((one) =>
      one.event && !one.event.over && !one.expired ? [{ one, event: one.event }] : [],
    )
    .sort((a, b) => a.event.start.getTime() - b.event.start.getTime() || byCode(a.one.id, b.one.id))
    .slice(0, upcomingShown)
    .map(({ one: { id, texts }, event }) => ({
      href: link(urls.announcement(locale, id)),
      text: inLocale(texts, locale).title,
      when: momentText(context, event.start),
      place: inLocale(texts, locale).eventPlace,
    }));
}
