import { isoIn } from '#lang/time.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Context } from './context.ts';

/** The publisher as schema.org data. */
export function publisherData({ site, locale }: Context): object {
  return {
    '@context': 'https://schema.org',
    '@type': site.publisher.type,
    name: site.publisher.name[locale],
    url: absolute(site, urls.home(locale)),
    ...(site.publisher.address && { address: site.publisher.address[locale] }),
  };
}

/** An announcement as a schema.org NewsArticle. */
export function announcementData(context: Context, announcement: Announcement, description: string): object {
  const { edition, site, locale } = context;
  const text = announcement.texts[locale]!;
  const url = absolute(site, urls.announcement(locale, announcement.id));
  const { '@context': _, ...publisher } = publisherData(context) as { '@context': string };
  const picture = text.cover && edition.pictures.get(text.cover.file)!;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    url,
    headline: text.title,
    description,
    inLanguage: locale,
    datePublished: isoIn(site.timeZone, text.appeared),
    dateModified: isoIn(site.timeZone, text.updated),
    author: publisher,
    publisher,
    ...(picture && { image: [absolute(site, urls.picture(picture.fallback.name))] }),
  };
}
