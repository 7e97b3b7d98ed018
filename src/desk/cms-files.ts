import { globSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { firstOf, must } from '#lang/lookup.ts';
import { byCode } from '#lang/sort.ts';

/** The editor as its package brings it: files for a browser, served as they are, with nothing from any other host. */
export interface CmsFile {
  /** Below `/admin/`. */
  readonly path: string;
  readonly type: string;
  read(): Uint8Array | string;
}

const cms = dirname(
  must(findPackageJSON('@sveltia/cms', import.meta.url), 'package of the editor'),
);

/** What the editor asks for by the name of a package, and the file that a browser can read. */
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

/** Every file of the editor, by path. Maps and coordinates are asked for by no field of ours and left out, as are the grammars of programming languages. */
export function cmsFiles(): CmsFile[] {
  const own = globSync(['npm/**/*.{js,wasm,woff2,png}', 'locales/{en,en-GB,ru}.json'], {
    cwd: cms,
  }).map((path): CmsFile => {
    const bytes = () => readFileSync(join(cms, path));
    // The editor imports its words as a module, which a browser does with script only.
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

/** The editor's style asks another host for fonts that its package brings along. @throws {Error} when it does not bring one */
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
 * The editor cannot save an announcement that its main language lacks: it asks for the path of that text.
 * @throws {Error} when another version of it no longer asks like that
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

/** What leads a browser from the names of packages to files, and from words in JSON to the modules made of them. */
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
