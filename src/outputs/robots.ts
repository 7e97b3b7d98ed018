import type { Edition } from '#edition/edition.ts';
import { absolute, urls } from '#site/urls.ts';

/** `robots.txt` (RFC 9309): everything may be read; of a preview, nothing. */
export function writeRobots({ model, preview }: Edition): string {
  if (preview) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(model.site, urls.sitemap)}\nSitemap: ${absolute(model.site, urls.newsSitemap)}\n`;
}
