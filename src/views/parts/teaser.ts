import type { Role } from '#images/widths.ts';
import type { Direction, Locale } from '#lang/locale.ts';
import { memoizeBy } from '#memo.ts';
import { hashedOnce } from '#cache/hash.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { firstOf, inLocale } from '#lang/lookup.ts';
import type { Context } from './context.ts';
import { type DateText, dateText, type Link } from './link.ts';
import { pictureView, type PictureView } from './picture-view.ts';

/** An announcement as a list shows it. */
export interface Teaser {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly date: DateText;
  readonly kind: Link | undefined;
  readonly cover: PictureView | undefined;
  readonly held: boolean;
}

/** An announcement that exists only in other languages. It is marked with its language. */
export interface ForeignTeaser {
  readonly lang: Locale;
  readonly dir: Direction;
  readonly language: string;
  readonly href: string;
  readonly title: string;
  readonly date: DateText;
}

/**
 * The teaser for lists. It is memoized because an announcement is in the lists of its scopes, of its month and of
 * its week.
 */
export const teaser = memoizeBy((context: Context, announcement: Announcement) =>
  hashedOnce(makeTeaser(context, announcement, 'thumb')),
);

/** The teaser at the top of the home page. */
export function leadTeaser(context: Context, announcement: Announcement): Teaser {
  return makeTeaser(context, announcement, 'lead');
}

function makeTeaser(context: Context, announcement: Announcement, role: Role): Teaser {
  const { locale, link, t } = context;
  const { id, kind, published, texts } = announcement;
  const text = inLocale(texts, locale);
  return {
    href: link(urls.announcement(locale, id)),
    title: text.title,
    summary: text.summary ?? text.body.lead,
    date: dateText(context, published),
    // Announcements are news by default, so naming that kind would tell the reader nothing.
    kind:
      kind === 'news'
        ? undefined
        : { href: link(urls.scope(locale, { type: 'kinds', id: kind })), text: t(`kind.${kind}`) },
    cover: text.cover && pictureView(context, text.cover, role),
    held: text.held,
  };
}

/** The teaser of an announcement that the language of the page lacks. */
export function foreignTeaser(
  { snapshot, link }: Context,
  { id, published, texts }: Announcement,
): ForeignTeaser {
  // The first language of the site in which the announcement exists.
  const { locale: lang, title } = firstOf(Object.values(texts));
  const there = snapshot.language(lang);
  return {
    lang,
    dir: there.strings.dir,
    language: there.t('language.name'),
    href: link(urls.announcement(lang, id)),
    title,
    date: dateText(there, published),
  };
}
