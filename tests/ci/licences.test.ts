import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAllowed, runtimePackages } from '../../.ci/licences.ts';

const root = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Parameters<
  typeof runtimePackages
>[0];
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const named = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);

describe('licences', () => {
  test('every package that a site is built with is known', () =>
    expect(runtimePackages(lock).map(({ name }) => name)).toEqual(expect.arrayContaining(named)));
  test('all of them are allowed', () =>
    expect(runtimePackages(lock).filter((each) => !isAllowed(each))).toEqual([]));
  test('packages of the development are left out', () =>
    expect(
      runtimePackages({
        packages: { '': { version: '1' }, 'node_modules/a': { version: '1', dev: true } },
      }),
    ).toEqual([]));
  test('a package inside another is known by its own name', () => {
    expect(
      runtimePackages({
        packages: { 'node_modules/a/node_modules/@b/c': { version: '2', license: 'MIT' } },
      }),
    ).toEqual([{ name: '@b/c@2', licence: 'MIT' }]);
  });

  test.each<[string, string | undefined, boolean]>([
    ['a@1', 'MIT', true],
    ['a@1', '(MIT OR GPL-3.0-only)', true],
    ['a@1', 'MIT AND GPL-3.0-only', false],
    ['a@1', 'GPL-3.0-only', false],
    ['a@1', 'AGPL-3.0-or-later', false],
    ['a@1', 'LGPL-3.0-or-later', false],
    ['@img/sharp-libvips-linux-x64@1', 'LGPL-3.0-or-later', true],
    ['@img/sharp-wasm32@1', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT', true],
    ['a@1', 'SEE LICENSE IN LICENSE.md', false],
    ['a@1', 'UNLICENSED', false],
    ['a@1', 'BSD', false],
    ['duck@0.1.12', 'BSD', true],
    ['duck@0.1.13', 'BSD', false],
    ['a@1', undefined, false],
  ])('%s under %s', (name, licence, may) => expect(isAllowed({ name, licence })).toBe(may));
});

interface Part {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly unknown[];
  readonly properties: ReadonlyArray<{ readonly name: string }>;
}

test('the list of parts (CycloneDX) names every package that a site is built with, and only those not as a tool of the development', () => {
  // With `--omit dev` npm 11 leaves out a package that a tool of the development needs, too.
  const list = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as {
    bomFormat: string;
    metadata: { component: { type: string; purl: string } };
    components: Part[];
  };
  expect(list.bomFormat).toBe('CycloneDX');
  expect(list.metadata.component).toMatchObject({
    type: 'application',
    purl: expect.stringMatching(/^pkg:npm\/jarshy@/u),
  });
  const built = list.components.filter(
    ({ properties }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
  );
  expect(built.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
    runtimePackages(lock)
      .map(({ name }) => name)
      .sort(),
  );
  expect(
    list.components.filter(({ purl, hashes }) => !purl.startsWith('pkg:npm/') || !hashes?.length),
  ).toEqual([]);
});
