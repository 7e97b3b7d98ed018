import { siteSettings, siteTypeface } from '#edition/current.ts';
import { writeReaderStyles } from '#outputs/reader-styles.ts';
import { writeTheme } from '#outputs/theme.ts';
import look from '#styles/site.css?inline';

/**
 * All styles of a page, to be written into it: on a slow line the way to a style sheet and back takes longer than these bytes,
 * and nothing is shown before. The same for all pages of a site, so that one hash names them.
 */
export function pageStyles(): string {
  return writeTheme(siteSettings(), siteTypeface()) + writeReaderStyles() + look;
}
