import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { type Direction, type Locale, localeWithTerritory } from '#lang/locale.ts';
import { memoize, memoizeBy } from '#memo.ts';
import { inLocale, mustGet } from '#lang/lookup.ts';
import type { StringId } from '#lang/strings-keys.ts';
import { hashedOnce } from '#cache/hash.ts';
import { absolute, feedFormats, feedNames, feedTypes, type Scope, urls } from '#site/urls.ts';
import type { Context } from './context.ts';
import { breadcrumbData } from './data.ts';
import { faultLetter } from './fault-letter.ts';
import type { Link } from './link.ts';
import { type NamedLanguage, namedLanguage } from './named-language.ts';
import { scopeLink, scopeName } from './label-links.ts';

/** Everything around the content of a page: the head, the header, the breadcrumbs and the footer. */
export interface Frame {
  readonly lang: Locale;
  readonly dir: Direction;
  readonly title: string;
  readonly siteName: string;
  /** The name in the header: short, if the site has a short one. */
  readonly brand: string;
  readonly description: string;
  /** The absolute address. */
  readonly canonical: string;
  /**
   * The absolute addresses of this page in every language in which it exists, including its own. Empty if it exists
   * in only one.
   */
  readonly alternates: ReadonlyArray<{ readonly lang: string; readonly href: string }>;
  /** Feeds for autodiscovery, nearest scope first. */
  readonly feeds: ReadonlyArray<Link & { readonly type: string }>;
  readonly noindex: boolean;
  readonly openGraph: OpenGraph & { readonly locale: string };
  /** Structured data (schema.org), as plain values. */
  readonly data: readonly object[];
  readonly emblem: string | undefined;
  readonly home: string;
  readonly searchPage: string;
  /** True if this is the search page. */
  readonly canSearch: boolean;
  readonly navigation: ReadonlyArray<Link & { readonly current: boolean }>;
  readonly languages: readonly LanguageLink[];
  /** A notice for each language that has no version of this page. */
  readonly missing: readonly NamedLanguage[];
  /** From the home page to the parent of this page. */
  readonly breadcrumbs: readonly Link[];
  readonly footer: {
    readonly topics: readonly Link[];
    readonly pages: readonly Link[];
    readonly accounts: readonly Link[];
    readonly publisher: string;
  };
  /** A link for reporting a fault on this page by e-mail; undefined if the press office has no e-mail address. */
  readonly fault: string | undefined;
  /** True if the build is a preview. A preview is marked and closed to crawlers. */
  readonly preview: boolean;
  /** CSS that only this page needs. */
  readonly styles?: string;
}

/** A link to the page in another language. */
export interface LanguageLink extends Link {
  readonly lang: Locale;
  readonly dir: Direction;
  readonly current: boolean;
}

/** The data of a link preview (Open Graph). */
export interface OpenGraph {
  readonly type: 'website' | 'article';
  readonly image?:
    | {
        readonly url: string;
        readonly width: number;
        readonly height: number;
        readonly alt: string;
      }
    | undefined;
}

/** What a page passes to `makeFrame`. */
export interface FrameOptions {
  /** The page's own path from the site's root. */
  readonly path: string;
  /** The title without the name of the site; absent for the home page. */
  readonly title?: string;
  readonly description?: string | undefined;
  /** The paths of this page in the languages in which it exists. */
  readonly versions: Readonly<Record<Locale, string>>;
  /**
   * False for the further pages of a list: those with the same number hold different announcements in each language. A
   * reader who switches the language stays as far back in the list, but search engines are told of no translation.
   */
  readonly areTranslations?: boolean;
  readonly breadcrumbs?: readonly Link[];
  /** The scope whose feed is nearest to the page. */
  readonly scope?: Scope;
  readonly noindex?: boolean;
  readonly openGraph?: OpenGraph;
  readonly data?: readonly object[];
  /** CSS of the components in the page's text; empty if they have none. */
  readonly styles?: string;
}

/** Makes the frame of a page. */
export function makeFrame(context: Context, options: FrameOptions): Frame {
  const { snapshot, site, locale, t, link } = context;
  const { path, title, versions, noindex = false } = options;
  const around = surroundings(snapshot, locale);
  const { siteName } = around;
  const others = site.locales.filter((other) => other !== locale && !versions[other]);
  const breadcrumbs = options.breadcrumbs
    ? [{ href: link(urls.home(locale)), text: t('nav.home') }, ...options.breadcrumbs]
    : [];
  return {
    ...around,
    title: title ? `${title} — ${siteName}` : siteName,
    // The beginning of a text without words is empty.
    description: options.description || inLocale(site.description, locale),
    canonical: absolute(site, path),
    alternates: noindex || options.areTranslations === false ? [] : alternates(context, versions),
    feeds: feedLinks(context, options.scope ?? wholeSite),
    noindex: noindex || snapshot.preview,
    openGraph: { type: 'website', ...options.openGraph, locale: localeWithTerritory(locale) },
    data: [
      ...(options.data ?? []),
      ...(options.breadcrumbs ? [breadcrumbData(context, breadcrumbs, title)] : []),
    ],
    canSearch: path === urls.search(locale),
    navigation: navigation(context, path),
    languages: site.locales.map((other) => languageLink(context, other, versions)),
    missing: others.map((other) => namedLanguage(context, 'switch.missing', other)),
    breadcrumbs,
    fault: faultLetter(context, title ?? siteName, absolute(site, path)),
    ...(options.styles && { styles: options.styles }),
  };
}

/** The part of the frame that is the same on every page of a language. */
const surroundings = memoizeBy((snapshot: ContentSnapshot, locale: Locale) => {
  const context = snapshot.language(locale);
  const { site, strings, link } = context;
  return {
    lang: locale,
    dir: strings.dir,
    siteName: inLocale(site.name, locale),
    brand: inLocale(site.shortName ?? site.name, locale),
    emblem: site.emblem && link(urls.emblem(site.emblem)),
    home: link(urls.home(locale)),
    searchPage: link(urls.search(locale)),
    footer: hashedOnce(footer(context)),
    preview: snapshot.preview,
  };
});

function languageLink(
  { snapshot, locale, link }: Context,
  other: Locale,
  versions: Readonly<Record<Locale, string>>,
): LanguageLink {
  const strings = mustGet(snapshot.model.strings, other);
  return {
    lang: other,
    dir: strings.dir,
    current: other === locale,
    text: strings.t('language.name'),
    href: link(versions[other] ?? urls.home(other)),
  };
}

/**
 * Each version must list itself and all others, or search engines ignore the list (Google's rule for hreflang). That
 * holds for `x-default`, too. The page where readers choose a language lists the home pages, so it can stand for these
 * only; of other pages, the version in the first of the site's languages does.
 */
function alternates(
  { site }: Context,
  versions: Readonly<Record<Locale, string>>,
): Frame['alternates'] {
  const real = Object.entries(versions);
  const [first] = real;
  if (!first || real.length < 2) return [];
  return [
    ...real.map(([lang, path]) => ({ lang, href: absolute(site, path) })),
    { lang: 'x-default', href: absolute(site, isHome(first) ? urls.root : first[1]) },
  ];
}

function isHome([locale, path]: readonly [Locale, string]): boolean {
  return path === urls.home(locale);
}

const wholeSite: Scope = { type: 'site' };

const feedLinks = memoizeBy((context: Context, scope: Scope): Frame['feeds'] => {
  const { locale, link } = context;
  const scopes = scope.type === 'site' ? [scope] : [scope, wholeSite];
  return hashedOnce(
    scopes.flatMap((each) =>
      feedFormats.map((format) => ({
        type: feedTypes[format],
        href: link(urls.feed(locale, each, format)),
        text: `${scopeName(context, each)} (${feedNames[format]})`,
      })),
    ),
  );
});

/** Links to the main pages. The current page is marked if it is one of them. */
function navigation(context: Context, path: string): Frame['navigation'] {
  const own = ownLinks(context, 'navigation').some((page) => page.path === path);
  const isLinked = own || path in mainPages(context.locale) || contactsPath(context).includes(path);
  return navigationAt(context, isLinked ? path : '');
}

const navigationAt = memoizeBy((context: Context, path: string): Frame['navigation'] => {
  const { locale, t, link } = context;
  const own = ownLinks(context, 'navigation');
  return hashedOnce(
    [
      ...Object.entries(mainPages(locale)).map(([page, text]) => ({ page, text: t(text) })),
      ...contactsPath(context).map((page) => ({ page, text: t('nav.contacts') })),
      ...own.map((each) => ({ page: each.path, text: each.text })),
    ].map(({ page, text }) => ({ href: link(page), text, current: page === path })),
  );
});

/** Links to the pages of the theme that are linked to from every page. */
const ownLinks = memoizeBy(({ snapshot, locale }: Context, from: 'navigation' | 'footer') =>
  snapshot.ownPages
    .filter((page) => page.locale === locale && page.linkedFrom === from)
    .map(({ path, title }) => ({ path: urls.page(locale, path), text: title })),
);

const mainPages = memoize((locale: Locale): Readonly<Record<string, StringId>> => ({
  [urls.home(locale)]: 'nav.home',
  [urls.archive(locale)]: 'nav.archive',
  [urls.subscribe(locale)]: 'nav.subscribe',
}));

/** The press office's page of contacts. If it wrote none, the contacts on the home page, if there are any. */
function contactsPath({ snapshot, site, locale }: Context): string[] {
  const page = snapshot.model.pages.find(({ slug }) => slug === 'contacts');
  if (page?.texts[locale]) return [urls.page(locale, page.slug)];
  const { phones, emails, hours } = site.contacts;
  const isReachable =
    phones.length > 0 || emails.length > 0 || hours !== undefined || site.publisher.address;
  return isReachable ? [`${urls.home(locale)}#contacts`] : [];
}

function footer(context: Context): Frame['footer'] {
  const { snapshot, site, locale, link } = context;
  const { topics, pages } = snapshot.model;
  // Without outcomes, the page would be empty, so there is no link to it.
  const outcomes = context.lists.hasOutcomes
    ? [{ href: link(urls.outcomes(locale)), text: context.t('outcomes.title') }]
    : [];
  return {
    topics: [...topics.keys()].map((id) => scopeLink(context, { type: 'topics', id })),
    pages: [
      ...outcomes,
      ...pages.flatMap(({ slug, texts }) =>
        texts[locale] ? [{ href: link(urls.page(locale, slug)), text: texts[locale].title }] : [],
      ),
      // The other pages of the theme are in the navigation, which the footer repeats.
      ...ownLinks(context, 'footer').map(({ path, text }) => ({ href: link(path), text })),
      { href: link(urls.log(locale)), text: context.t('log.title') },
    ],
    accounts: site.accounts.map(({ label, url }) => ({ href: url, text: label })),
    publisher: inLocale(site.publisher.name, locale),
  };
}

/** The paths of a page that exists in every language of the site. */
export function everyLocale(
  { site }: Context,
  path: (locale: Locale) => string,
): Record<Locale, string> {
  return Object.fromEntries(site.locales.map((locale) => [locale, path(locale)]));
}
