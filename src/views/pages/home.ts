import type { Locale } from '#lang/locale.ts';
import { inLocale, must } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type Contacts, siteContacts } from '#views/parts/contacts.ts';
import type { Context } from '#views/parts/context.ts';
import { everyLocale, type Frame, makeFrame } from '#views/parts/frame.ts';
import { type DateText, endText, type Link, momentText } from '#views/parts/link.ts';
import { publisherData } from '#views/parts/data.ts';
import { divisionLinks, scopeLink } from '#views/parts/label-links.ts';
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
  readonly alerts: ReadonlyArray<Teaser & { readonly until: string }>;
  readonly pinned: readonly Teaser[];
  /** Events that have not ended, the nearest first. */
  readonly upcoming: ReadonlyArray<
    Link & { readonly when: DateText; readonly place: string | undefined }
  >;
  readonly latest: readonly Teaser[];
  readonly elsewhere: readonly ForeignTeaser[];
  readonly archive: string;
  /** The address to which the search form is submitted. */
  readonly search: string;
  readonly topics: readonly Link[];
  readonly divisions: readonly Link[];
  readonly contacts: Contacts;
}

/** The maximum number of announcements in other languages on the home page. */
const elsewhereShown = 5;

/** The maximum number of events on the home page. */
const upcomingShown = 5;

export function homeView(snapshot: Snapshot, locale: Locale): HomeView {
  const context = snapshot.language(locale);
  const { site, lists, link, t } = context;
  const isAlert = ({ kind, expired }: Announcement) => kind === 'alert' && !expired;
  const alerts = lists.all.filter(isAlert);
  const pinned = lists.all.filter((one) => one.pinned && !isAlert(one));
  const latest = lists.all.filter((one) => !one.pinned && !isAlert(one)).slice(0, site.perPage);
  const { topics } = snapshot.model;
  return {
    frame: makeFrame(context, {
      path: urls.home(locale),
      versions: everyLocale(context, urls.home),
      data: [publisherData(context)],
    }),
    name: inLocale(site.name, locale),
    description: inLocale(site.description, locale),
    alerts: alerts.map((one) => ({
      ...teaser(context, one),
      until: t('announcement.expires', {
        date: endText(context, must(one.expires, 'end of an alert')).text,
      }),
    })),
    pinned: pinned.map((one) => leadTeaser(context, one)),
    upcoming: upcoming(context),
    latest: latest.map((one) => teaser(context, one)),
    elsewhere: lists.elsewhere.slice(0, elsewhereShown).map((one) => foreignTeaser(context, one)),
    archive: link(urls.archive(locale)),
    search: link(urls.search(locale)),
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    divisions: divisionLinks(context),
    contacts: siteContacts(context),
  };
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
