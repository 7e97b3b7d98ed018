import { previewRobots } from './preview-robots.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { absolute, urls } from '#site/urls.ts';

/** Writes `robots.txt` (RFC 9309): crawlers may read everything, but nothing of a preview. */
export function writeRobots({ model, preview }: Snapshot): string {
  if (preview) return previewRobots;
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(model.site, urls.sitemap)}\nSitemap: ${absolute(model.site, urls.newsSitemap)}\n`;
}
