import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type BuildCache, createBuildCache, type Task } from '#cache/build-cache.ts';
import {
  deleteManifest,
  deleteStaleManifests,
  readBuild,
  readManifest,
  writeManifest,
} from '#cache/manifest.ts';
import { cacheFolder } from '#cache/program.ts';

const text: Task<string> = { kind: 'text' };
const page: Task<{ links: string[] }> = { kind: 'page', sharesStrings: true };
const files = new Map([
  ['/index.html', { stat: '1-2', sha256: 'ab', key: 'home' }],
  ['/style.css', { stat: '3-4', sha256: 'cd', key: undefined }],
]);
const build = { now: new Date(1) };

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  onTestFinished(() => {
    rmSync(folder(site), { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
  });
});

/** The cache folder of a site. */
const folder = (of: string) =>
  globSync(join(cacheFolder, 'sites/*/site'))
    .filter((file) => readFileSync(file, 'utf8') === of)
    .map(dirname)[0] ?? join(cacheFolder, 'sites/none');
const file = (name: string, of = site) => join(folder(of), name);

function write(cache: BuildCache, of = site, before?: string) {
  writeManifest(of, 'tools', { files, build, cache }, before);
}
const again = (of = site) => createBuildCache(readManifest(of, 'tools')?.results);

test('what was written is read again', () => {
  const cache = createBuildCache();
  cache.set(text, 'a', '1', 'мәтін');
  cache.set(page, '/kk/', '1', { links: ['/kk/', '/ru/', '/kk/'] });
  write(cache);
  expect(readManifest(site, 'tools')).toMatchObject({ files, build });
  expect([again().get(text, 'a', '1'), again().get(page, '/kk/', '1')]).toEqual([
    'мәтін',
    { links: ['/kk/', '/ru/', '/kk/'] },
  ]);
});

test('a build adds its values to those that it uses again, and forgets the others', () => {
  const first = createBuildCache();
  first.set(text, 'a', '1', 'x'.repeat(100));
  first.set(text, 'b', '1', 'y');
  first.set(page, '/', '1', { links: ['a'] });
  write(first);
  const second = again();
  second.get(text, 'a', '1');
  second.get(page, '/', '1');
  second.set(page, '/new/', '1', { links: ['b', 'a'] });
  write(second);
  const third = again();
  expect([
    third.get(text, 'a', '1'),
    third.get(text, 'b', '1'),
    third.get(page, '/', '1'),
    third.get(page, '/new/', '1'),
  ]).toEqual(['x'.repeat(100), undefined, { links: ['a'] }, { links: ['b', 'a'] }]);
});

test('values that are no longer used do not pile up', () => {
  const first = createBuildCache();
  first.set(text, 'large', '1', 'x'.repeat(10_000));
  first.set(page, '/', '1', { links: ['a', 'b'] });
  write(first);
  const second = again();
  second.get(page, '/', '1');
  write(second);
  expect(statSync(file('values')).size).toBeLessThan(1000);
  expect(again().get(page, '/', '1')).toEqual({ links: ['a', 'b'] });
});

test('the next release uses the values of the one before, whose manifest stays true', () => {
  const next = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  onTestFinished(() => rmSync(next, { recursive: true }));
  const first = createBuildCache();
  first.set(text, 'a', '1', 'x');
  write(first);
  const second = again();
  second.get(text, 'a', '1');
  second.set(text, 'b', '1', 'y');
  write(second, next, site);
  const [before, after] = [again(), again(next)];
  expect([after.get(text, 'a', '1'), after.get(text, 'b', '1')]).toEqual(['x', 'y']);
  expect([before.get(text, 'a', '1'), before.get(text, 'b', '1')]).toEqual(['x', undefined]);
});

describe('nothing is reused', () => {
  beforeEach(() => {
    const cache = createBuildCache();
    cache.set(text, 'a', '1', 'x');
    write(cache);
  });

  test('of another toolchain; what the build says of itself is known all the same', () => {
    expect(readManifest(site, 'others')).toBeUndefined();
    expect(readBuild(site)).toEqual({
      build,
      files: new Map([
        ['/index.html', 'ab'],
        ['/style.css', 'cd'],
      ]),
    });
  });
  test('where nothing was written, or it was deleted', () => {
    expect(readManifest(join(site, 'kk'), 'tools')).toBeUndefined();
    deleteManifest(site);
    expect(readManifest(site, 'tools')).toBeUndefined();
  });
  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['cut short', (bytes) => bytes.subarray(0, -10)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('x\ny')],
    [
      'with a bit flipped',
      (bytes) => (bytes.writeUInt8(bytes.at(-5)! ^ 1, bytes.length - 5), bytes),
    ],
  ])('of a manifest that is %s', (_what, spoil) => {
    writeFileSync(file('manifest'), spoil(readFileSync(file('manifest'))));
    expect(readManifest(site, 'tools')).toBeUndefined();
    expect(readBuild(site)).toBeUndefined();
  });
  test.each<[string, (place: string) => void]>([
    ['cut short', (place) => writeFileSync(place, readFileSync(place).subarray(0, 2))],
    ['changed', (place) => writeFileSync(place, Buffer.alloc(statSync(place).size, 1))],
    ['gone', (place) => rmSync(place)],
  ])('of values that are %s', (_what, spoil) => {
    spoil(file('values'));
    expect(again().get(text, 'a', '1')).toBeUndefined();
  });
});

test('the cache of a site that was deleted goes with the next build', () => {
  write(createBuildCache());
  const place = folder(site);
  rmSync(site, { recursive: true });
  deleteStaleManifests();
  expect(globSync(join(place, '*'))).toEqual([]);
});
