import type {
  CorrectionComment,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  Person,
  WithContext,
} from 'schema-dts';
import type { Locale } from '#lang/locale.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import { isoIn } from '#lang/time.ts';
import type { Announcement, PictureUse } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import { publisher } from './data.ts';
import { scopeName } from './label-links.ts';
import { openGraphImage } from './picture-view.ts';

/** An announcement as a NewsArticle (schema.org; Google's guide "Article structured data"). */
export function articleData(
  context: Context,
  announcement: Announcement,
  description: string,
): WithContext<NewsArticle | LiveBlogPosting> {
  const { site, locale } = context;
  const { id, kind, topics, expires, texts } = announcement;
  const { title, appeared, updated, corrections } = inLocale(texts, locale);
  const url = absolute(site, urls.announcement(locale, id));
  const iso = (moment: Date) => isoIn(site.timeZone, moment);
  return {
    '@context': 'https://schema.org',
    ...liveBlog(context, announcement),
    '@id': articleId(context, announcement, locale),
    mainEntityOfPage: url,
    url,
    headline: title,
    description,
    inLanguage: locale,
    datePublished: iso(appeared),
    dateModified: iso(updated),
    author: publisher(context),
    publisher: publisher(context),
    isAccessibleForFree: true,
    articleSection: scopeName(context, { type: 'kinds', id: kind }),
    ...(topics.length > 0 && {
      keywords: topics.map((topic) => scopeName(context, { type: 'topics', id: topic })),
    }),
    ...(announcement.people.length > 0 && {
      mentions: announcement.people.map((person) => personData(context, person)),
    }),
    ...articleImage(context, announcement),
    ...(expires && { expires: iso(expires) }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ date, note }): CorrectionComment => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: iso(date),
      })),
    }),
    ...translations(context, announcement),
  };
}

/** A text that goes on is a LiveBlogPosting (schema.org): each update is a posting of its own. */
function liveBlog({ site, locale }: Context, { texts, published, expires }: Announcement) {
  const { updates } = inLocale(texts, locale);
  const iso = (moment: Date) => isoIn(site.timeZone, moment);
  if (updates.length === 0) return { '@type': 'NewsArticle' as const };
  return {
    '@type': 'LiveBlogPosting' as const,
    coverageStartTime: iso(published),
    ...(expires && { coverageEndTime: iso(expires) }),
    liveBlogUpdate: updates.map(({ at, text }) => ({
      '@type': 'BlogPosting' as const,
      datePublished: iso(at),
      articleBody: text,
    })),
  };
}

/** The identifier by which other data refer to the article in one language. */
function articleId({ site }: Context, { id }: Announcement, locale: Locale): string {
  return `${absolute(site, urls.announcement(locale, id))}#article`;
}

/** The translation links between the texts, if the original is known: see `originalOf`. */
function translations(
  context: Context,
  announcement: Announcement,
): Pick<Exclude<NewsArticle, string>, 'translationOfWork' | 'workTranslation'> {
  const { locale } = context;
  const original = originalOf(announcement);
  if (!original) return {};
  const reference = (other: Locale) => ({
    '@type': 'NewsArticle' as const,
    '@id': articleId(context, announcement, other),
    inLanguage: other,
  });
  if (original !== locale) return { translationOfWork: reference(original) };
  const others = Object.keys(announcement.texts).filter((other) => other !== locale);
  return others.length > 0 ? { workTranslation: others.map(reference) } : {};
}

/**
 * The language of the original: the one recorded by the translation tool, or else the language that came out first
 * without being marked as machine-translated. Undefined if several came out first, because a guess would be a false
 * claim.
 */
function originalOf({ texts }: Announcement): Locale | undefined {
  const all = Object.values(texts);
  const noted = all
    .map(({ translatedFrom }) => translatedFrom)
    .find((locale) => locale && texts[locale]);
  if (noted) return noted;
  const own = all.filter(({ machineTranslated }) => !machineTranslated);
  const first = Math.min(...own.map(({ appeared }) => appeared.getTime()));
  const [earliest, ...more] = own.filter(({ appeared }) => appeared.getTime() === first);
  return more.length === 0 ? earliest?.locale : undefined;
}

function personData({ snapshot, site, locale }: Context, id: string): Person {
  const { name, role } = mustGet(snapshot.model.people, id);
  return {
    '@type': 'Person',
    name: inLocale(name, locale),
    jobTitle: inLocale(role, locale),
    url: absolute(site, urls.scope(locale, { type: 'people', id })),
  };
}

/** Its picture: the cover. If there is none, the card that other sites show beside a link. */
export function articleImage(
  context: Context,
  announcement: Announcement,
): { image?: readonly ImageObject[] } {
  const { cover } = inLocale(announcement.texts, context.locale);
  if (cover) return { image: [imageData(context, cover)] };
  const card = openGraphImage(context, announcement);
  if (!card) return {};
  const { url, width, height, alt } = card;
  return {
    image: [{ '@type': 'ImageObject', url, width: `${width}`, height: `${height}`, caption: alt }],
  };
}

/** A picture in the format that every program can show. */
export function imageData(
  { snapshot, site }: Context,
  { file, alt, credit }: PictureUse,
): ImageObject {
  const { name, width, height } = mustGet(snapshot.pictures, file).fallback;
  return {
    '@type': 'ImageObject',
    url: absolute(site, urls.picture(name)),
    width: `${width}`,
    height: `${height}`,
    caption: alt,
    ...(credit && { creditText: credit }),
  };
}
