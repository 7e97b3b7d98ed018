import { copyFileSync, mkdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { provideContext, type BuildContext } from '#snapshot/build-context.ts';
import type { Site } from '#site/model.ts';
import { type CaptureOptions, capturePages } from './capture-pages.ts';
import { snapshotAsStore } from './content-store.ts';
import { themeInAstro } from './theme-in-astro.ts';
import { listFiles } from '#cache/list-files.ts';
import { cacheFolder, programFolder } from '#cache/program.ts';

/** Held by whoever uses Astro in this checkout. */
export const lockFile = join(cacheFolder, 'build.lock');

/** The present by the clock of the file system, at most some seconds late, in milliseconds since 1970. To be asked before anything of a build is read. */
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

/**
 * Astro would write types for editors into `.astro` and `node_modules/.vite`: both are in the program folder, which a service
 * may not write to. `sync` is an option of its builder that the types of `build` do not name.
 */
const withoutTypes = { devOutput: false, sync: false };

/** Where Astro writes. It renames files between its folders, so all of them must be on one file system. */
const madeFolder = join(cacheFolder, 'astro/made');

/**
 * Has Astro make the pages of a snapshot, and write the styles and scripts of all pages.
 * @param folder for those, absolute; what is in it already stays
 * @param pages which are made, and who takes them
 * @returns the files that were written, as paths from the root of the site: `/_astro/site.css`
 * @throws what `take` throws
 */
export async function renderWithAstro(
  showing: BuildContext,
  folder: string,
  pages: CaptureOptions,
): Promise<string[]> {
  provideContext(showing);
  rmSync(madeFolder, { recursive: true, force: true });
  mkdirSync(madeFolder, { recursive: true });
  // Astro keeps what it has bundled in the target folder when that is below the current folder, and else in the current one.
  // It runs it from there, so packages must be found from there.
  linkPackages();
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
    await build(
      {
        ...astroConfig(site),
        outDir: madeFolder,
        integrations: [integration, ...themeInAstro(showing.snapshot)],
        vite: { plugins: [store.plugin] },
      },
      withoutTypes,
    );
    finish();
    store.finish();
    return copyInto(folder);
  } finally {
    process.chdir(before);
    rmSync(madeFolder, { recursive: true, force: true });
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Node looks for packages above the real place of a module: where `.cache` is a link to another disk, there are none. */
function linkPackages(): void {
  const packages = join(programFolder, 'node_modules');
  const found = join(cacheFolder, 'node_modules');
  const isLink =
    realpathSync(cacheFolder) !== join(realpathSync(programFolder), basename(cacheFolder));
  if (!isLink) return;
  rmSync(found, { force: true });
  symlinkSync(packages, found);
}

/** Copies what Astro has written. They are a few small files, and the site may be on another file system. */
function copyInto(folder: string): string[] {
  const files = listFiles(madeFolder);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(madeFolder, file), join(folder, file));
  }
  return files.map((file) => `/${file}`);
}
