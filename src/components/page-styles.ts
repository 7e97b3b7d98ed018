import { siteSettings, siteTypeface, themeStyles } from '#snapshot/build-context.ts';
import { writeReaderStyles } from '#outputs/reader-styles.ts';
import { writeTheme } from '#outputs/theme.ts';
import type { Site } from '#site/model.ts';
import look from '#styles/site.css?inline';

/**
 * The styles of each site. Finding the colours of a theme takes half as long as rendering a page, and they are the
 * same for all pages.
 */
const known = new WeakMap<Site, string>();

/**
 * All styles of a page, to be written inline. On a slow connection, the request for a style sheet takes longer than
 * these bytes, and the page shows nothing before it. The styles are the same on all pages of a site, so one hash
 * covers them, except on pages whose text has components with styles of their own.
 * @param ofPage CSS of one page only
 */
export function pageStyles(ofPage = ''): string {
  const site = siteSettings();
  const styles =
    known.get(site) ??
    writeTheme(site, siteTypeface()) + writeReaderStyles() + look + (themeStyles() ?? '');
  known.set(site, styles);
  return styles + ofPage;
}
