import { siteSettings, siteTypeface, themeStyles } from '#snapshot/build-context.ts';
import { writeReaderStyles } from '#outputs/reader-styles.ts';
import { writeTheme } from '#outputs/theme.ts';
import type { Site } from '#site/model.ts';
import announcement from '#styles/announcement.css?inline';
import body from '#styles/body.css?inline';
import lists from '#styles/lists.css?inline';
import log from '#styles/log.css?inline';
import manyLanguages from '#styles/many-languages.css?inline';
import print from '#styles/print.css?inline';
import search from '#styles/search.css?inline';
import everywhere from '#styles/site.css?inline';

/** The style sheets that a kind of page has beside those of every page. A page of a theme may show anything. */
const sheets = {
  announcement: [announcement, body],
  home: [lists, search],
  languages: [manyLanguages],
  list: [lists],
  log: [body, log],
  plain: [],
  search: [lists, search],
  text: [body],
  theme: [lists, announcement, body, search],
} as const satisfies Record<string, readonly string[]>;

/** The look of a kind of page. */
export type Look = keyof typeof sheets;

/**
 * The styles of each look. Finding the colours of a theme takes half as long as rendering a page, and they are the same
 * for all pages.
 */
const known = new WeakMap<Site, Map<Look, string>>();

/**
 * All styles of a page, to be written inline. On a slow connection, the request for a style sheet takes longer than
 * these bytes, and the page shows nothing before it. Pages of a kind have the same styles, so one hash covers them,
 * except on pages whose text has components with styles of their own.
 * @param ofPage CSS of one page only
 */
export function pageStyles(look: Look, ofPage = ''): string {
  const site = siteSettings();
  const ofSite = known.get(site) ?? new Map<Look, string>();
  known.set(site, ofSite);
  const styles = ofSite.get(look) ?? stylesOf(site, look);
  ofSite.set(look, styles);
  return styles + ofPage;
}

function stylesOf(site: Site, look: Look): string {
  return [
    writeTheme(site, siteTypeface()),
    writeReaderStyles(),
    everywhere,
    ...sheets[look],
    print,
    themeStyles() ?? '',
  ].join('');
}
