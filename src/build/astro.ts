import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { provideContext, type BuildContext } from '#snapshot/build-context.ts';
import type { Site } from '#site/model.ts';
import { type CaptureOptions, capturePages } from './capture-pages.ts';
import { snapshotAsStore } from './content-store.ts';
import { themeInAstro } from './theme-in-astro.ts';
import { cacheFolder, programFolder } from '#cache/program.ts';

/** Held by whoever uses Astro in this checkout. */
export const lockFile = join(cacheFolder, 'build.lock');

/** When the lock was taken, by the clock of the file system, in milliseconds since 1970: before anything of this build was read. */
export function lockedAt(): number {
  return statSync(lockFile).mtimeMs;
}

/** What Astro is told beyond `astro.config.mjs`: all that depends on the content. */
export function astroConfig({ origin, base }: Site): AstroInlineConfig {
  // Both would have Astro leave this process or call home.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return {
    root: programFolder,
    site: origin,
    base,
    logLevel: 'error',
    cacheDir: join(cacheFolder, 'astro'),
  };
}

/** Has Astro make the pages of a snapshot, and write the styles and scripts of all pages.
 * @param folder for those, absolute; what lies in it already stays
 * @param pages which are made, and who takes them
 * @throws what `take` throws */
export async function renderWithAstro(
  showing: BuildContext,
  folder: string,
  pages: CaptureOptions,
): Promise<void> {
  provideContext(showing);
  // Astro runs what it has bundled from the target folder when the path of that begins with the path of the current
  // folder: also `site-new` beside `site`, where no package can be found. Seen from the cache folder it never does.
  const before = process.cwd();
  process.chdir(cacheFolder);
  // Vite believes this variable more than its own mode: where a machine says `development` or `test`, pages would be others.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    // Loaded when it is needed: that takes a second, and most builds of a site that nobody has changed can do without.
    const { build } = await import('astro');
    const { site } = showing.snapshot.model;
    const { integration, finish } = capturePages(site, pages);
    const store = snapshotAsStore();
    await build({
      ...astroConfig(site),
      outDir: folder,
      integrations: [integration, ...themeInAstro(showing.snapshot)],
      vite: { build: { emptyOutDir: false }, plugins: [store.plugin] },
    });
    finish();
    store.finish();
  } finally {
    process.chdir(before);
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
