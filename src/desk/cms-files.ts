import { globSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { firstOf, must } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';

/** A file of the editor's npm package, for a browser. Nothing is loaded from another host. */
export interface CmsFile {
  /** The path below `/admin/`. */
  readonly path: string;
  readonly type: string;
  read(): Uint8Array | string;
}

const cms = dirname(
  must(findPackageJSON('@sveltia/cms', import.meta.url), 'package of the editor'),
);

/** The libraries that the editor imports by package name, and the file of each that a browser can read. */
const libraries: Readonly<Record<string, string>> = {
  'exifr/dist/lite.esm.mjs': 'dist/lite.esm.mjs',
  immutable: 'dist/immutable.es.js',
  'svgo/browser': 'dist/svgo.browser.js',
  'turndown/lib/turndown.browser.es.js': 'lib/turndown.browser.es.js',
};

const script = 'text/javascript; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'text/javascript',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  png: 'image/png',
};

/**
 * Every file of the editor, sorted by path. Maps, coordinates and the grammars of programming languages are left out:
 * no field of ours needs them.
 */
export function cmsFiles(): CmsFile[] {
  const own = globSync(['npm/**/*.{js,wasm,woff2,png}', 'locales/{en,en-GB,ru}.json'], {
    cwd: cms,
  }).map((path): CmsFile => {
    const bytes = () => readFileSync(join(cms, path));
    // The editor imports its messages as JSON modules. A browser imports only JavaScript that way.
    return path === 'npm/index.js'
      ? {
          path: `cms/${path}`,
          type: script,
          read: () => withoutMainLanguage(withOwnFonts(bytes().toString('utf8'))),
        }
      : path.endsWith('.json')
        ? {
            path: `cms/${path}.js`,
            type: script,
            read: () => `export default ${bytes().toString('utf8')};`,
          }
        : { path: `cms/${path}`, type: typeOf(path), read: bytes };
  });
  const vendor = Object.entries(libraries).map(([name, file]): CmsFile => {
    const library = firstOf(name.split('/'));
    const folder = dirname(
      must(findPackageJSON(library, join(cms, 'package.json')), `package ${library}`),
    );
    return {
      path: `vendor/${library}.js`,
      type: script,
      read: () => readFileSync(join(folder, file)),
    };
  });
  return [...own, ...vendor].sort((a, b) => byCode(a.path, b.path));
}

/**
 * Replaces the addresses of fonts on another host by the fonts in the package.
 * @throws {Error} when the package lacks one of the fonts
 */
function withOwnFonts(script: string): string {
  const fonts = globSync('npm/assets/*.woff2', { cwd: cms });
  return script.replaceAll(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/(?<family>[a-z0-9-]+)(?::vf)?@[\d.]+\/(?<style>[a-z0-9-]+)\.woff2/gu,
    (_, family: string, style: string) => {
      const found = fonts.find((font) => font.includes(`/${family}-${style}-`));
      if (!found) throw new Error(`@sveltia/cms brings no font ${family} ${style}`);
      return `./cms/${found}`;
    },
  );
}

/**
 * Patches the editor so that it can save an announcement without a text in the main language. Unpatched, it fails
 * because it reads the path of that text.
 * @throws {Error} when the code to patch is not found, as in another version of the editor
 */
function withoutMainLanguage(script: string): string {
  const mended = script
    .replace(
      /path:(?<all>\w+)\[(?<main>\w+)\]\.path,fallback:/u,
      'path:($<all>[$<main>]??Object.values($<all>)[0]).path,fallback:',
    )
    .replace(
      /(?<all>\w+)\[(?<main>\w+)\]\.content=(?<flat>\w+)\((?<made>\w+)\.data\),/u,
      '($<all>[$<main>]??Object.values($<all>)[0]).content=$<flat>($<made>.data),',
    );
  if (mended.split('??Object.values(').length !== script.split('??Object.values(').length + 2)
    throw new Error('@sveltia/cms no longer saves as it did');
  return mended;
}

/** The import map: from package names to files, and from message files in JSON to the modules made of them. */
export function importMap(files: readonly CmsFile[]): { imports: Record<string, string> } {
  const words = files
    .filter(({ path }) => path.endsWith('.json.js'))
    .map(({ path }) => [`./${path.replace(/\.js$/u, '')}`, `./${path}`]);
  const packages = Object.keys(libraries).map((name) => [
    name,
    `./vendor/${name.split('/')[0]}.js`,
  ]);
  return { imports: Object.fromEntries([...packages, ...words]) as Record<string, string> };
}

function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
