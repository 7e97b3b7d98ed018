import type { Snapshot } from '#snapshot/snapshot.ts';
import { type WeekOfNews, weeksOf } from '#snapshot/weeks-of-news.ts';
import type { Locale } from '#lang/locale.ts';
import { digestEntryId, digestFeedId } from '#site/ids.ts';
import { absolute, feedFormats, urls } from '#site/urls.ts';
import { weekTitle } from '#views/pages/weeks.ts';
import { digestContent } from '#outputs/share/digest-content.ts';
import { inLocale } from '#lang/lookup.ts';
import type { FeedEntry } from './feed-entry.ts';
import { type Feed, feedGuide, sinceWhen } from './feed.ts';

/** The number of weeks in the feed: half a year. */
const weeksInFeed = 26;

/** The feed of the weekly digests in a language: one entry for each week that is over. */
export function makeDigestFeed(snapshot: Snapshot, locale: Locale): Feed {
  const { site } = snapshot.model;
  const { t } = snapshot.language(locale);
  const entries = weeksOf(snapshot, locale)
    .slice(0, weeksInFeed)
    .map((week) => entry(snapshot, locale, week));
  return {
    id: digestFeedId(site, locale),
    title: `${t('weeks.title')} — ${inLocale(site.name, locale)}`,
    description: t('weeks.lead'),
    language: locale,
    page: absolute(site, urls.weeks(locale)),
    alternates: site.locales
      .filter((other) => other !== locale)
      .map((language) => ({ language, url: absolute(site, urls.weeks(language)) })),
    self: Object.fromEntries(
      feedFormats.map((format) => [format, absolute(site, urls.weeksFeed(locale, format))]),
    ) as Feed['self'],
    updated: entries[0]?.updated ?? sinceWhen(snapshot),
    publisher: {
      name: inLocale(site.publisher.name, locale),
      url: absolute(site, urls.home(locale)),
    },
    hub: site.hub,
    history: undefined,
    guide: feedGuide(snapshot, locale),
    entries,
  };
}

function entry(snapshot: Snapshot, locale: Locale, week: WeekOfNews): FeedEntry {
  const { site } = snapshot.model;
  const context = snapshot.language(locale);
  const url = absolute(site, urls.week(locale, week.name));
  const others = site.locales.filter(
    (other) => other !== locale && weeksOf(snapshot, other).some(({ name }) => name === week.name),
  );
  return {
    id: digestEntryId(site, locale, week.name),
    url,
    language: locale,
    alternates: others.map((language) => ({
      language,
      url: absolute(site, urls.week(language, week.name)),
    })),
    title: weekTitle(context, week),
    summary: context.t('archive.count', { count: week.announcements.length }),
    content: digestContent(context, week, url),
    // A digest comes out when its week is over. Later corrections appear in the feeds of the texts themselves.
    published: week.end,
    updated: week.end,
    categories: [],
    author: inLocale(site.publisher.name, locale),
    cover: undefined,
    attachments: [],
  };
}
