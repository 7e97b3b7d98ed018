import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  brokenLinks,
  type DocumentationPage,
  existsIn,
  fileNames,
  lostFiles,
  readPage,
  readPages,
  unreachable,
} from './pages.ts';

const root = join(import.meta.dirname, '../..');

describe('the documentation', () => {
  const pages = readPages(root);
  const exists = existsIn(root);

  test('was read', () => {
    expect(pages.size).toBeGreaterThan(30);
    expect(pages.get('README.md')?.targets.length).toBeGreaterThan(10);
    expect(
      [...pages.keys()].filter((path) => /node_modules|^content|fixtures/u.test(path)),
    ).toEqual([]);
  });
  test('links lead to files and headings', () => expect(brokenLinks(pages, exists)).toEqual([]));
  test('files of the program that are named are there', () =>
    expect(lostFiles(pages, exists, fileNames(root))).toEqual([]));
  test('every page of docs/ can be reached from its index', () =>
    expect(unreachable(pages, 'docs', 'docs/README.md')).toEqual([]));
});

describe('each sentence, broken on purpose', () => {
  const pagesOf = (files: Record<string, string>): Map<string, DocumentationPage> =>
    new Map(Object.entries(files).map(([path, text]) => [path, readPage(path, text)]));
  const existsAmong =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path);

  test.each<[string, boolean]>([
    ['[a](b.md)', true],
    ['[a](b.md#two-words)', true],
    ['[a](b.md#with-code-and-)', true],
    ['[a](b.md#two-words-1)', true],
    ['[a](#here)', true],
    ['[a](../src/)', true],
    ['[a](https://example.org/nowhere)', true],
    ['[a](mailto:a@example.org)', true],
    ['```\n[a](missing.md)\n```', true],
    ['`[a](missing.md)`', true],
    ['[a](missing.md)', false],
    ['![a](missing.png)', false],
    ['[a]\n\n[a]: missing.md', false],
    ['| a |\n| --- |\n| [a](missing.md) |', false],
    ['[a](b.md#three-words)', false],
    ['[a](#there)', false],
    ['[a](../src/#anchor)', false],
    ['[a](/docs/b.md)', false],
    ['[a](../../outside.md)', false],
  ])('%j', (text, right) => {
    const pages = pagesOf({
      'docs/a.md': `## Here\n\n${text}`,
      'docs/b.md': '# Two words\n\n## With `code` and …\n\n## Two words\n',
    });
    const exists = existsAmong('docs/a.md', 'docs/b.md', 'src', '../outside.md');
    expect(brokenLinks(pages, exists)).toHaveLength(right ? 0 : 1);
  });
  test('the line is told', () =>
    expect(brokenLinks(pagesOf({ 'a.md': '# A\n\n[a](b.md)' }), existsAmong())).toEqual([
      'a.md:3: b.md',
    ]));

  test.each<[string, boolean]>([
    ['src/lang/slug.ts', true],
    ['lang/slug.ts', true],
    ['beside.ts', true],
    ['elsewhere.ts', true],
    ['src/languages/uz/', true],
    ['src/lang/', true],
    ['src/<folder>/file.ts', true],
    ['src/**/*.ts', true],
    ['./near.ts', true],
    ['#folder/far.ts', true],
    ['/_astro/', true],
    ['src/lang/gone.ts', false],
    ['gone/slug.ts', false],
    ['gone.ts', false],
    ['lang/elsewhere.ts', false],
    ['src/gone/', false],
    ['.ci/gone.ts', false],
  ])('code that names %s', (text, right) => {
    const exists = existsAmong('src/lang/slug.ts', 'src/lang', 'docs/beside.ts');
    const pages = pagesOf({ 'docs/a.md': `See \`${text}\`.` });
    expect(lostFiles(pages, exists, new Set(['elsewhere.ts']))).toEqual(
      right ? [] : [`docs/a.md:1: ${text}`],
    );
  });

  test('a page that no other names', () =>
    expect(
      unreachable(
        pagesOf({
          'docs/README.md': '[a](a.md)',
          'docs/a.md': '[b](deep/b.md)',
          'docs/deep/b.md': '[back](../README.md)',
          'docs/c.md': '[a](a.md)',
          'other.md': '',
        }),
        'docs',
        'docs/README.md',
      ),
    ).toEqual(['docs/c.md']));
});
