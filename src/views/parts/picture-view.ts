import { hasCard } from '#snapshot/social-cards.ts';
import { cardSize } from '#images/card-size.ts';
import { pictureMarkup, type PictureMarkup } from '#images/picture-markup.ts';
import type { Role } from '#images/widths.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Announcement, PictureUse } from '#site/model.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { Context } from './context.ts';
import type { OpenGraph } from './frame.ts';

/** A picture with all data that a component needs to show it. */
export interface PictureView extends PictureMarkup {
  readonly alt: string;
  /** The address of the picture in its largest size. */
  readonly full: string;
  readonly caption?: string | undefined;
  /** The author of the picture, as a complete phrase. */
  readonly credit?: string | undefined;
}

export function pictureView(
  { snapshot, t, link }: Context,
  use: Omit<PictureUse, 'line'>,
  role: Role,
): PictureView {
  const { alt, caption, credit } = use;
  const picture = mustGet(snapshot.pictures, use.file);
  const markup = pictureMarkup(picture, role, (name) => link(urls.picture(name)));
  const largest = picture.sources.flatMap(({ variants }) => variants).at(-1);
  const full = link(urls.picture((largest ?? picture.fallback).name));
  return {
    ...markup,
    full,
    alt,
    caption,
    credit: credit && t('announcement.credit', { name: credit }),
  };
}

/**
 * The picture that other sites show beside a link to an announcement: its card, or its cover if the site has no
 * cards.
 */
export function openGraphImage(
  { snapshot, site, locale }: Context,
  announcement: Announcement,
): OpenGraph['image'] {
  const { title, cover } = inLocale(announcement.texts, locale, announcement.id);
  if (hasCard(snapshot, announcement))
    return {
      url: absolute(site, urls.socialCard(locale, announcement.id)),
      ...cardSize,
      alt: title,
    };
  if (!cover) return undefined;
  const { name, width, height } = mustGet(snapshot.pictures, cover.file).fallback;
  return { url: absolute(site, urls.picture(name)), width, height, alt: cover.alt };
}
