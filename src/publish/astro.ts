import { build, type AstroInlineConfig } from 'astro';
import { showEdition } from '#edition/current.ts';
import type { Edition } from '#edition/edition.ts';
import type { Site } from '#site/model.ts';

/** The folder of this program: Astro works in it, whatever content it shows. */
export const programFolder = new URL('../../', import.meta.url);

/** What Astro is told beyond `astro.config.mjs`: all that depends on the content. */
export function astroConfig({ origin, base }: Site): AstroInlineConfig {
  // Both would have Astro leave this process or call home.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return { root: programFolder.pathname, site: origin, base, logLevel: 'error', cacheDir: './.cache/astro' };
}

/** Has Astro write the pages of an edition into a folder.
 * @param folder absolute; emptied first */
export async function renderPages(edition: Edition, folder: string): Promise<void> {
  showEdition(edition);
  await build({ ...astroConfig(edition.model.site), outDir: folder });
}
