import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a new repository is made of, beside its content. */
export interface NewRepository {
  /** The name of its npm package: that of its folder. */
  readonly name: string;
  readonly timeZone: string;
  /** The version of this program, for the pipelines. */
  readonly version: string;
  /** Where npm finds this program: its version, or a file. */
  readonly program: string;
  /** The version of the npm package `node`. */
  readonly node: string;
  /** The versions of packages that npm would choose otherwise. */
  readonly overrides: Readonly<Record<string, string>>;
  /** The texts of README and of the theme's README, in the language of the office. */
  readonly readme: string;
  readonly themeReadme: string;
}

/** The commands that get a script: `npm run new` is shorter than `npx jarshy new`, and is what the documentation says. */
const scripts = [
  'start',
  'dev',
  'build',
  'check',
  'publish',
  'new',
  'add',
  'status',
  'proof',
  'desk',
  'translated',
  'share',
  'digest',
  'import',
  'due',
  'notify',
  'verify',
  'strings',
  'help',
];

/** The files that are the same in every repository but for `{name}`, by their path there. */
const templates = {
  '.github/workflows/publish.yml': 'publish.yml',
  '.gitlab-ci.yml': 'gitlab-ci.yml',
  'renovate.json': 'renovate.json',
  '.gitignore': 'gitignore',
  '.npmrc': 'npmrc',
  'tsconfig.json': 'tsconfig.json',
} as const;

/**
 * Writes everything around the content folder. Files that a host has put into a fresh repository are kept; what must not
 * be committed is added to its `.gitignore`.
 * @param folder absolute; may exist
 * @returns the paths of the files, and of those that were there and have been kept
 */
export function writeRepository(
  folder: string,
  site: NewRepository,
): { readonly written: string[]; readonly kept: string[] } {
  const files = {
    'package.json': `${JSON.stringify(manifestOf(site), null, 2)}\n`,
    'README.md': site.readme,
    'theme/README.md': site.themeReadme,
    ...Object.fromEntries(
      Object.entries(templates).map(([path, name]) => [path, filled(readTemplate(name), site)]),
    ),
  };
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (path === '.gitignore' && existsSync(file)) addLines(file, text);
    else if (existsSync(file)) {
      kept.push(path);
      continue;
    } else writeFileSync(file, text, { flag: 'wx' });
    written.push(path);
  }
  return { written, kept };
}

function manifestOf({ name, program, node, overrides }: NewRepository): object {
  return {
    name,
    version: '0.0.0',
    private: true,
    type: 'module',
    // Editors find with them what the theme imports.
    imports: { '#theme/*': 'jarshy/theme/*', '#components/*': 'jarshy/components/*' },
    scripts: {
      ...Object.fromEntries(scripts.map((command) => [command, `jarshy ${command}`])),
      // Every rule and every link, on a site that nobody sees.
      test: 'jarshy build --out .cache/trial',
    },
    dependencies: { jarshy: program, node },
    overrides,
    allowScripts: { node: true, esbuild: true },
  };
}

function readTemplate(name: string): string {
  return readFileSync(new URL(`./repository/${name}`, import.meta.url), 'utf8');
}

function filled(text: string, { timeZone, version }: NewRepository): string {
  return text.replaceAll('{timeZone}', timeZone).replaceAll('{version}', version);
}

function addLines(file: string, text: string): void {
  const there = readFileSync(file, 'utf8');
  const known = new Set(there.split(/\r?\n/u));
  const missing = text.split('\n').filter((line) => line !== '' && !known.has(line));
  if (missing.length > 0) writeFileSync(file, `${there.trimEnd()}\n${missing.join('\n')}\n`);
}
