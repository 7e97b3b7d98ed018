import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../sites/build-all.ts';

// What `ProtectSystem=strict` does with `ReadWritePaths`: nothing can be written but in a few places, and each of these is a mount
// of its own. Mounts are made in a namespace that ends with the command, so the machine never sees them.

const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
const unshare = (script: string, ...names: string[]) =>
  spawnSync('unshare', ['--mount', ...asRoot, 'sh', '-euc', script, 'sh', ...names], {
    encoding: 'utf8',
  });
const isAllowed = unshare('mount -t tmpfs none /mnt').status === 0;

const work = mkdtempSync(join(tmpdir(), 'jarshy-sandbox-'));
afterAll(() => rmSync(work, { recursive: true }));

/** A checkout of its own: other tests use the cache of this one. */
const program = join(work, 'program');
beforeAll(() => {
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(program, name), { recursive: true });
  cpSync(join(root, 'tests/fixtures/mixed'), join(work, 'content'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  for (const name of [join(program, '.cache'), join(work, 'target'), join(work, 'kept')])
    mkdirSync(name, { recursive: true });
});

const commands = `
  cd "$1/program"
  jarshy() { command="$1"; shift; '${process.execPath}' src/cli/jarshy.mjs "$command" --lang en "$@"; }
  jarshy publish --content "$1/content" --to "$1/target/published" --first
  jarshy publish --content "$1/content" --to "$1/target/published"
  jarshy build --content "$1/content" --out "$1/target/dist"
  cp -r "$1/target/dist/kk/index.html" "$1/kept"
`;
const sandbox = `
  mount --make-rprivate /
  mount --bind "$1/program" "$1/program"
  mount -o remount,bind,ro "$1/program"
  mount -t tmpfs none "$1/target"
`;

describe('on a machine where only the target and the cache can be written, each a mount of its own', () => {
  test.for([
    ['publishes and builds', `${sandbox} mount -t tmpfs none "$1/program/.cache"`],
    [
      'does so with the cache behind a link',
      `mount -t tmpfs none "$1/target"; mkdir "$1/target/cache"
       rmdir "$1/program/.cache"; ln -s "$1/target/cache" "$1/program/.cache"`,
    ],
  ])('it %s', ([, mounts], { skip }) => {
    skip(!isAllowed, 'This user may not make mounts, not even in a namespace of its own.');
    const { status, stdout, stderr } = unshare(`${mounts}\n${commands}`, work);
    expect([status, stderr], stdout).toEqual([0, expect.not.stringMatching(/error/iu)]);
    expect(readFileSync(join(work, 'kept/index.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/u);
    expect(existsSync(join(program, '.astro'))).toBe(false);
    rmSync(join(work, 'kept/index.html'));
  });
});
