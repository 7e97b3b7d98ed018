import type { Direction, Locale } from '#lang/locale.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Link } from '#views/parts/link.ts';
import { type Teaser, teaser } from '#views/parts/teaser.ts';
import { inLocale } from '#lang/lookup.ts';

/** A page that belongs to no language and has a part in each. */
export interface ManyLanguagesView {
  /** The language of the whole page: the site's first. */
  readonly lang: Locale;
  readonly dir: Direction;
  readonly title: string;
  readonly description: string;
  /** The absolute address; absent for the 404 page, which is shown at every unknown address. */
  readonly canonical: string | undefined;
  readonly alternates: ReadonlyArray<{ readonly lang: string; readonly href: string }>;
  readonly emblem: string | undefined;
  readonly noindex: boolean;
  readonly parts: readonly LanguagePart[];
}

/** The part of the page in one language. */
export interface LanguagePart {
  readonly lang: Locale;
  readonly dir: Direction;
  /** The notice at the top of the page if the build is a preview. */
  readonly previewMark: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly home: string;
  readonly enter: string;
  readonly latest: readonly Teaser[];
  readonly notFound: {
    readonly title: string;
    readonly text: string;
    readonly links: readonly Link[];
    /**
     * Links to the search page. A script makes the link search for the words of the unknown address. It then shows
     * `offer` as the text, with these words in place of `{words}`.
     */
    readonly search: Link & { readonly offer: string };
    /** The beginnings of the hashes of all removed addresses; see `browser/removed-notice.ts`. */
    readonly removed: string | undefined;
  };
}

const headlines = 5;

/** `/`: lets the reader choose a language, and shows the newest headlines in each. */
export function rootView(snapshot: Snapshot): ManyLanguagesView {
  const { site } = snapshot.model;
  const alternates = [
    ...site.locales.map((lang) => ({ lang, href: absolute(site, urls.home(lang)) })),
    { lang: 'x-default', href: absolute(site, urls.root) },
  ];
  return {
    ...manyLanguages(snapshot),
    canonical: absolute(site, urls.root),
    alternates: site.locales.length > 1 ? alternates : [],
    noindex: snapshot.preview,
  };
}

/** `/404.html`: has a part in each language. */
export function notFoundView(snapshot: Snapshot): ManyLanguagesView {
  const view = manyLanguages(snapshot);
  const titles = view.parts.map(({ notFound }) => notFound.title);
  return { ...view, title: titles.join(' · '), noindex: true };
}

function manyLanguages(snapshot: Snapshot): ManyLanguagesView {
  const { site } = snapshot.model;
  const parts = site.locales.map((locale) => languagePart(snapshot, locale));
  const context = snapshot.language(site.defaultLocale);
  return {
    lang: site.defaultLocale,
    dir: context.strings.dir,
    title: parts.map(({ name }) => name).join(' · '),
    description: parts.map(({ description }) => description).join(' '),
    canonical: undefined,
    alternates: [],
    emblem: site.emblem && context.link(urls.emblem(site.emblem)),
    noindex: false,
    parts,
  };
}

function languagePart(snapshot: Snapshot, locale: Locale): LanguagePart {
  const context = snapshot.language(locale);
  const { site, strings, lists, t, link } = context;
  return {
    lang: locale,
    dir: strings.dir,
    previewMark: snapshot.preview ? t('preview.mark') : undefined,
    name: inLocale(site.name, locale),
    description: inLocale(site.description, locale),
    language: t('language.name'),
    home: link(urls.home(locale)),
    enter: t('root.choose'),
    latest: lists.all.slice(0, headlines).map((one) => teaser(context, one)),
    notFound: {
      title: t('notFound.title'),
      text: t('notFound.text'),
      links: [
        { href: link(urls.home(locale)), text: t('nav.home') },
        { href: link(urls.archive(locale)), text: t('nav.archive') },
      ],
      search: {
        href: link(urls.search(locale)),
        text: t('nav.search'),
        offer: t('notFound.search'),
      },
      removed:
        snapshot.notices
          .filter((notice) => notice.locale === locale)
          .map(({ hash }) => hash.slice(0, 16))
          .join(' ') || undefined,
    },
  };
}
