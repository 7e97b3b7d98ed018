import { previewRobots } from './preview-robots.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absolute, urls } from '#site/urls.ts';

/** `robots.txt` (RFC 9309): everything may be read; of a preview, nothing. */
export function writeRobots({ model, preview }: Snapshot): string {
  if (preview) return previewRobots;
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(model.site, urls.sitemap)}\nSitemap: ${absolute(model.site, urls.newsSitemap)}\n`;
}
