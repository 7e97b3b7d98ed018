import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from './pages.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const linesOf = (path: string) => read(path).trimEnd().split('\n').length;

test('every folder and module of src/ is on the map of the architecture', () => {
  const path = 'docs/contributing/architecture.md';
  const named = new Set(
    readPage(path, read(path)).codes.map(({ text }) => text.replace(/\/$/u, '')),
  );
  const inSource = readdirSync(join(root, 'src')).map((name) => `src/${name}`);
  expect(inSource.length).toBeGreaterThan(20);
  expect(inSource.filter((place) => !named.has(place))).toEqual([]);
});

describe('pages for people with little time stay short', () => {
  test('README.md', () => expect(linesOf('README.md')).toBeLessThanOrEqual(150));
  test('CONTRIBUTING.md', () => expect(linesOf('CONTRIBUTING.md')).toBeLessThanOrEqual(90));
  test.each(readdirSync(join(root, 'docs/decisions')))('docs/decisions/%s', (name) =>
    expect(linesOf(`docs/decisions/${name}`)).toBeLessThanOrEqual(35),
  );
});
