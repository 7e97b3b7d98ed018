import { siteSettings, siteTypeface, themeStyles } from '#snapshot/build-context.ts';
import { writeReaderStyles } from '#outputs/reader-styles.ts';
import { writeTheme } from '#outputs/theme.ts';
import type { Site } from '#site/model.ts';
import look from '#styles/site.css?inline';

/** To find the colours of a theme takes as long as half a page; they are the same for all pages. */
const known = new WeakMap<Site, string>();

/**
 * All styles of a page, to be written into it: on a slow line the way to a style sheet and back takes longer than these bytes,
 * and nothing is shown before. The same for all pages of a site, so that one hash names them; but for what components in a text need.
 * @param ofPage styles of one page alone
 */
export function pageStyles(ofPage = ''): string {
  const site = siteSettings();
  const styles =
    known.get(site) ??
    writeTheme(site, siteTypeface()) + writeReaderStyles() + look + (themeStyles() ?? '');
  known.set(site, styles);
  return styles + ofPage;
}
