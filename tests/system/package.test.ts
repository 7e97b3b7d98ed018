// What a department gets that installs Jarshy instead of copying it: the package is made, put into an empty folder and used.
import { execFile, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moment, root } from '../sites/build-all.ts';
import { run } from '../sites/command.ts';

const work = mkdtempSync(join(tmpdir(), 'jarshy-package-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const press = join(work, 'press');

/** As at a person's terminal: nothing of the npm that runs the tests, but the Node that comes with the repository. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_|INIT_CWD|NODE_ENV|VITEST)/u.test(name),
    ),
  ),
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  NO_COLOR: '1',
};

async function at(folder: string, program: string, ...args: string[]) {
  const done = promisify(execFile)(program, args, { cwd: folder, env, maxBuffer: 1e8 });
  const { stdout } = await done.catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

const jarshy = (...args: string[]) => at(press, 'npx', 'jarshy', ...args, '--lang', 'en');

/** Every file below a folder, with the hash of its bytes. */
function filesOf(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length + 1), hash('sha256', readFileSync(file))];
    }),
  );
}

let tarball = '';
let packed: ReadonlyArray<string> = [];
let installed: Record<string, string> = {};

beforeAll(async () => {
  const [made] = JSON.parse(
    await at(root, 'npm', 'pack', '--json', '--pack-destination', work),
  ) as [{ filename: string; files: ReadonlyArray<{ path: string }> }];
  packed = made.files.map(({ path }) => path);
  tarball = join(work, made.filename);
  mkdirSync(press);
  cpSync(join(work, made.filename), join(press, made.filename));
  await at(press, 'npm', 'install', '--no-audit', '--no-fund', `./${made.filename}`);
  installed = filesOf(join(press, 'node_modules/jarshy'));
});

describe('the package', () => {
  test('holds JavaScript, its types, and no TypeScript that Node would refuse', () => {
    expect(packed).toContain('compiled/src/cli/jarshy.mjs');
    expect(packed).toContain('compiled/src/cli/run.d.ts');
    expect(packed.filter((path) => /(?<!\.d)\.ts$/u.test(path))).toEqual([]);
  });
  test('holds no tests, no example and no secrets', () =>
    expect(packed.filter((path) => /^(?:src|tests|content|bench|\.)/u.test(path))).toEqual([]));
  test('pins the version of every package that it runs with', () => {
    const { packages } = JSON.parse(
      readFileSync(join(press, 'node_modules/jarshy/npm-shrinkwrap.json'), 'utf8'),
    ) as { packages: Record<string, { version: string; dev?: boolean }> };
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean }>;
    };
    const runs = Object.entries(lock.packages).filter(
      ([name, { dev }]) => name && !dev && !/^node_modules\/node(?:-bin-setup)?$/u.test(name),
    );
    expect(runs.map(([name]) => name)).toEqual(Object.keys(packages).filter(Boolean));
  });
  test('leaves it to each folder which Node it runs on', () => {
    const { dependencies, engines } = JSON.parse(
      readFileSync(join(press, 'node_modules/jarshy/package.json'), 'utf8'),
    ) as { dependencies: object; engines: { node: string } };
    expect(dependencies).not.toHaveProperty('node');
    expect(engines.node).toBe('>=22.18');
  });
  test('left nothing behind in the checkout', () => {
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain('"node":');
    expect(existsSync(join(root, 'compiled'))).toBe(false);
    expect(existsSync(join(root, 'npm-shrinkwrap.json'))).toBe(false);
  });
});

describe('in an empty folder', () => {
  const url = 'https://press.example.org/';
  test('init, new, status, build, check, publish', async () => {
    await jarshy(
      'init',
      'content',
      '--languages',
      'kk,ru',
      '--name',
      'Office',
      '--url',
      url,
      '--json',
    );
    await jarshy('new', 'Night patrol', '--slug', 'night-patrol', '--date', '2026-01-22', '--json');
    const status = JSON.parse(await jarshy('status', '--json')) as { held: unknown[] };
    expect(JSON.stringify(status)).toContain('night-patrol');
    await jarshy('build');
    expect(readdirSync(join(press, 'dist'))).toContain('index.html');
    await jarshy('check');
    await jarshy('publish', '--first');
    expect(existsSync(join(press, 'published/current/public/index.html'))).toBe(true);
  });
  test('desk', async () => {
    const desk = spawn('npx', ['jarshy', 'desk', '--port', '0', '--lang', 'en'], {
      cwd: press,
      env,
      detached: true,
    });
    try {
      let address: string | undefined;
      for await (const line of createInterface(desk.stdout))
        if ((address = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(line)?.[0])) break;
      expect((await fetch(address ?? '')).status).toBe(200);
    } finally {
      const ended = once(desk, 'close');
      if (desk.pid) process.kill(-desk.pid);
      await ended;
    }
  });
  test('cache, locks and types lie in the folder, and the package is left as it was', () => {
    expect(readdirSync(join(press, '.cache'))).toContain('sites');
    expect(filesOf(join(press, 'node_modules/jarshy'))).toEqual(installed);
  });
});

test('builds the example site byte for byte as the checkout does', async () => {
  const example = join(root, 'content');
  const options = ['--content', example, '--now', moment];
  await jarshy('build', ...options, '--out', join(work, 'of-package'));
  const { status } = await run(['build', ...options, '--out', join(work, 'of-checkout')], root);
  expect(status).toBe(0);
  const expected = filesOf(join(work, 'of-checkout'));
  expect(Object.keys(expected).length).toBeGreaterThan(500);
  expect(filesOf(join(work, 'of-package'))).toEqual(expected);
});

test('builds a site with a theme byte for byte as the checkout does', async () => {
  const themed = join(work, 'themed');
  cpSync(join(root, 'tests/fixtures/own-theme'), themed, { recursive: true });
  const options = ['--content', join(themed, 'content'), '--now', moment];
  await jarshy('build', ...options, '--out', join(work, 'themed-of-package'));
  const { status } = await run(
    ['build', ...options, '--out', join(work, 'themed-of-checkout')],
    root,
  );
  expect(status).toBe(0);
  expect(filesOf(join(work, 'themed-of-package'))).toEqual(
    filesOf(join(work, 'themed-of-checkout')),
  );
});

describe('the repository that `create` makes', () => {
  const office = join(work, 'office');
  beforeAll(async () => {
    const told = ['--name', 'Office', '--url', 'https://press.example.org/', '--topics', 'Roads'];
    await jarshy('create', office, '--program', tarball, ...told, '--json');
  });
  test('has a lock file with the versions that this repository was tested with', () => {
    const versionsIn = (folder: string) => {
      const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
        packages: Record<string, { version?: string; dev?: boolean }>;
      };
      return new Map(Object.entries(packages).filter(([name, { dev }]) => name && !dev));
    };
    const tested = versionsIn(root);
    const made = [...versionsIn(office)].filter(([name]) => tested.has(name));
    expect(made.length).toBeGreaterThan(200);
    for (const [name, { version }] of made)
      expect(`${name} ${version}`).toBe(`${name} ${tested.get(name)?.version}`);
  });
  test('its two lines: npm ci && npm test', async () => {
    await at(office, 'npm', 'ci');
    expect(await at(office, 'npm', 'test')).toContain('.cache/trial');
  });
  test('no command needs the folder of the content, and an own page takes one more command', async () => {
    await at(office, 'npm', 'run', 'new', '--', 'Bridge', '--slug', 'bridge', '--json');
    await at(office, 'npm', 'run', 'build');
    expect(existsSync(join(office, 'dist/index.html'))).toBe(true);
  });
});
