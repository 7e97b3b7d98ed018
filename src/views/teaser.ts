import type { Role } from '#images/widths.ts';
import type { Direction, Locale } from '#lang/locale.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import { type DateText, dateText, type Link } from './link.ts';
import { pictureView, type PictureView } from './picture.ts';

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

/** An announcement that is there in another language only, marked as such. */
export interface ForeignTeaser {
  readonly lang: Locale;
  readonly dir: Direction;
  readonly language: string;
  readonly href: string;
  readonly title: string;
  readonly date: DateText;
}

/** @param role what the picture is for: a list, or the top of the home page */
export function teaser(context: Context, announcement: Announcement, role: Role = 'thumb'): Teaser {
  const { edition, locale, link, t } = context;
  const { id, kind, published, texts } = announcement;
  const text = texts[locale]!;
  return {
    href: link(urls.announcement(locale, id)),
    title: text.title,
    summary: text.summary ?? edition.bodies.get(text.source.file)!.lead,
    date: dateText(context, published),
    // News is what announcements are unless they say otherwise: naming it would tell nothing.
    kind: kind === 'news' ? undefined : { href: link(urls.scope(locale, { type: 'kinds', id: kind })), text: t(`kind.${kind}`) },
    cover: text.cover && pictureView(context, text.cover, role),
    held: text.held,
  };
}

export function foreignTeaser(context: Context, { id, published, texts }: Announcement): ForeignTeaser {
  const { edition, site, link } = context;
  // The first language of the site in which it exists.
  const lang = site.locales.find((locale) => texts[locale])!;
  const strings = edition.model.strings.get(lang)!;
  return {
    lang,
    dir: strings.dir,
    language: strings.t('language.name'),
    href: link(urls.announcement(lang, id)),
    title: texts[lang]!.title,
    date: dateText({ ...context, strings, locale: lang }, published),
  };
}
