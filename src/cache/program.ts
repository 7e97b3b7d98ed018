import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { programFolder, siteFolder } from './site-folder.mjs';

export { programFolder, siteFolder };

/** Files that can be deleted at any time without loss: resized pictures, Astro's cache, the lock of a running build. */
export const cacheFolder = join(siteFolder, '.cache');

/**
 * The files that decide the versions of all packages: of a checkout, of a site that has Jarshy as a package, and of the
 * package itself. Absolute, those that exist.
 */
export const lockFiles: readonly string[] = [
  ...new Set([
    join(siteFolder, 'package-lock.json'),
    join(programFolder, 'package-lock.json'),
    join(programFolder, '../npm-shrinkwrap.json'),
  ]),
].filter((file) => existsSync(file));

/**
 * The folders that Astro is told. Its root is the folder of the site: there it writes types for editors (`.astro`), and
 * from there it counts the paths of a department's components, whose hashes are in the pages. So a site is the same
 * wherever the program lies.
 */
export const astroFolders = {
  root: siteFolder,
  srcDir: join(programFolder, 'src'),
  publicDir: join(programFolder, 'public'),
};

/**
 * The `node_modules` folder in which Astro lies, absolute. As a package, Jarshy may have its packages in a folder of its
 * own or share that of the site.
 */
export function packagesFolder(): string {
  const astro = findPackageJSON('astro', join(programFolder, 'package.json'));
  if (!astro) throw new Error('The package "astro" is missing: run "npm ci".');
  return dirname(dirname(astro));
}

/**
 * The file behind an import of this program, for code that lies outside of it: `#theme/Page.astro`. In the npm package,
 * modules are JavaScript.
 * @returns an absolute path; undefined if there is no such file
 */
export function programFile(specifier: string): string | undefined {
  const file = join(programFolder, 'src', specifier.slice(1));
  return [file, file.replace(/\.ts$/u, '.js')].find((each) => existsSync(each));
}
