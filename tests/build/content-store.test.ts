import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { snapshotAsStore } from '#build/content-store.ts';

const astro = dirname(fileURLToPath(import.meta.resolve('astro/package.json')));
const read = (file: string) => readFileSync(join(astro, 'dist/content', file), 'utf8');

test('Astro still asks one module for the contents of collections, and takes a Map from it', () => {
  expect(read('data-store.js')).toContain('import("astro:data-layer-content")');
  expect(read('data-store.js')).toContain('data.default instanceof Map');
  const askers = globSync('dist/**/*.js', { cwd: astro }).filter((file) =>
    /import\(["']astro:data-layer-content["']\)/u.test(readFileSync(join(astro, file), 'utf8')),
  );
  expect(askers.toSorted()).toEqual([
    join('dist', 'content', 'data-store.js'),
    join('dist', 'content', 'mutable-data-store.js'), // This one only writes the file.
  ]);
});

test('a build in which Astro never asked fails, and says where to look', () => {
  expect(() => snapshotAsStore().finish()).toThrow('src/build/content-store.ts');
});
