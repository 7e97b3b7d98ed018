import type { Locale } from '#lang/locale.ts';
import type { Edition } from '#edition/edition.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type Contacts, siteContacts } from './contacts.ts';
import { contextOf } from './context.ts';
import { everyLocale, type Frame, makeFrame } from './frame.ts';
import { endText, type Link } from './link.ts';
import { publisherData } from './data.ts';
import { divisionLinks, scopeLink } from './names.ts';
import { type ForeignTeaser, foreignTeaser, type Teaser, teaser } from './teaser.ts';

export interface HomeView {
  readonly frame: Frame;
  readonly name: string;
  readonly description: string;
  readonly alerts: ReadonlyArray<Teaser & { readonly until: string }>;
  readonly pinned: readonly Teaser[];
  readonly latest: readonly Teaser[];
  readonly elsewhere: readonly ForeignTeaser[];
  readonly archive: string;
  readonly topics: readonly Link[];
  readonly divisions: readonly Link[];
  readonly contacts: Contacts;
}

/** How many announcements of other languages the home page shows. */
const elsewhereShown = 5;

export function homeView(edition: Edition, locale: Locale): HomeView {
  const context = contextOf(edition, locale);
  const { site, lists, link, t } = context;
  const isAlert = ({ kind, expired }: Announcement) => kind === 'alert' && !expired;
  const alerts = lists.all.filter(isAlert);
  const pinned = lists.all.filter((one) => one.pinned && !isAlert(one));
  const latest = lists.all.filter((one) => !one.pinned && !isAlert(one)).slice(0, site.perPage);
  const { topics } = edition.model;
  return {
    frame: makeFrame(context, { path: urls.home(locale), versions: everyLocale(context, urls.home), data: [publisherData(context)] }),
    name: site.name[locale]!,
    description: site.description[locale]!,
    alerts: alerts.map((one) => ({ ...teaser(context, one), until: t('announcement.expires', { date: endText(context, one.expires!).text }) })),
    pinned: pinned.map((one) => teaser(context, one)),
    latest: latest.map((one) => teaser(context, one)),
    elsewhere: lists.elsewhere.slice(0, elsewhereShown).map((one) => foreignTeaser(context, one)),
    archive: link(urls.archive(locale)),
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    divisions: divisionLinks(context),
    contacts: siteContacts(context),
  };
}
