import { mkdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { provideContext, type BuildContext } from '#snapshot/build-context.ts';
import type { Site } from '#site/model.ts';
import { type CaptureOptions, capturePages } from './capture-pages.ts';
import { snapshotAsStore } from './content-store.ts';
import { themeInAstro } from './theme-in-astro.ts';
import { listFiles } from '#cache/list-files.ts';
import {
  astroFolders,
  cacheFolder,
  packagesFolder,
  programFolder,
  siteFolder,
} from '#cache/program.ts';
import { replaceFile } from '#cache/write-file.ts';

/** The lock that a process holds while it uses Astro in this checkout. */
export const lockFile = join(cacheFolder, 'build.lock');

/**
 * The current time by the clock of the file system, in milliseconds since 1970. It is the modification time of the
 * lock, so it may be some seconds late. Call this before the build reads any input.
 */
export function lockedAt(): number {
  return statSync(lockFile).mtimeMs;
}

/** The Astro settings that depend on the content. The others are in `astro.config.mjs`. */
export function astroConfig({ origin, base }: Site): AstroInlineConfig {
  // Without this, Astro sends telemetry: the program must not call home.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return {
    ...astroFolders,
    // Counted from the root.
    configFile: relative(siteFolder, join(programFolder, 'astro.config.mjs')),
    site: origin,
    base,
    logLevel: 'error',
    cacheDir: join(cacheFolder, 'astro'),
  };
}

/**
 * Stops Astro from writing types for editors into `.astro` and `node_modules/.vite`. A service may not be allowed to
 * write there. Astro's builder has the option `sync`, but the types of `build` do
 * not list it.
 */
const withoutTypes = { devOutput: false, sync: false };

/** Astro's output folder. Astro renames files between its folders, so all of them must be on one file system. */
const madeFolder = join(cacheFolder, 'astro/made');

/**
 * Renders the pages of a snapshot with Astro, and writes the styles and scripts of all pages.
 * @param folder where the styles and scripts go, absolute; its existing files stay
 * @param pages which pages to render, and what receives them
 * @returns the styles and scripts that were written, as paths from the root of the site: `/_astro/site.css`
 * @throws what `pages.take` throws
 */
export async function renderWithAstro(
  showing: BuildContext,
  folder: string,
  pages: CaptureOptions,
): Promise<string[]> {
  provideContext(showing);
  rmSync(madeFolder, { recursive: true, force: true });
  mkdirSync(madeFolder, { recursive: true });
  // Astro puts its bundle into the target folder if that is below the current folder, otherwise into the current
  // folder. It then runs the bundle from there, so Node must find the packages from there.
  linkPackages();
  const before = process.cwd();
  process.chdir(cacheFolder);
  // Vite prefers this variable to its own mode. On a machine that sets `development` or `test`, the pages would differ.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    // Imported only when needed, because that takes a second. Most builds of an unchanged site do not need Astro.
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

/**
 * Makes the packages available below the cache folder. Node looks for packages above the real path of a module. If
 * `.cache` is a link to another disk, or if this program is a package with packages of its own, they are not found there.
 */
function linkPackages(): void {
  const packages = packagesFolder();
  const link = join(cacheFolder, 'node_modules');
  const isAbove = `${realpathSync(cacheFolder)}${sep}`.startsWith(
    `${realpathSync(dirname(packages))}${sep}`,
  );
  if (isAbove) return;
  rmSync(link, { force: true });
  symlinkSync(packages, link);
}

/**
 * Copies Astro's files. They are few and small, and the site may be on another file system, so a rename would not do.
 */
function copyInto(folder: string): string[] {
  const files = listFiles(madeFolder);
  for (const file of files) {
    replaceFile(join(folder, file), readFileSync(join(madeFolder, file)));
  }
  return files.map((file) => `/${file}`);
}
