import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { readSite } from '#site/read-site.ts';
import { readTheme } from '#snapshot/theme.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const { model } = readSite({
  folder: 'tests/fixtures/base-path',
  clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
  showHeld: false,
  published: new Set(),
});

/** Reads a theme that consists of these files. */
function themeOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-theme-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'theme', name)), { recursive: true });
    writeFileSync(join(folder, 'theme', name), text);
  }
  const read = readTheme(join(folder, 'content'), model!, join(folder, 'copy'));
  return { ...read, found: read.problems.map(({ id, file, params }) => [id, file, params]) };
}

const page = "---\nexport const title = { kk: 'А', ru: 'Б, «в»' };\n---\n";

test('without the folder there is no theme', () =>
  expect(readTheme('/nowhere/content', model!)).toEqual({ theme: undefined, problems: [] }));

test('components, those in the place of ours, pages and styles are told apart', () => {
  const { theme, found } = themeOf({
    'components/Map.astro': '<p>x</p>',
    'components/Footer.astro': '<p>x</p>',
    'components/deep/Part.astro': '<p>x</p>',
    'pages/statistics.astro': page,
    'styles.css': 'p { color: red } /* </style> */',
  });
  expect(found).toEqual([]);
  expect(theme?.components.map(({ name }) => name)).toEqual(['Map']);
  expect([...(theme?.overrides.keys() ?? [])]).toEqual(['Footer']);
  expect(theme?.pages).toMatchObject([
    { name: 'statistics', title: { kk: 'А', ru: 'Б, «в»' }, inNavigation: false },
  ]);
  expect(theme?.styles).not.toContain('</style');
});

test('pages may lie in folders, have parameters, and keep helpers beside them', () => {
  const { theme, found } = themeOf({
    'pages/routes/index.astro': page,
    'pages/routes/[from]-[to].astro': '---\nexport async function getStaticPaths() {}\n---\n',
    'pages/[...path].astro': page,
    'pages/_bars.ts': '',
    'pages/routes/_parts/Row.astro': '<p>x</p>',
  });
  expect(found).toEqual([]);
  expect(theme?.pages.map(({ name, isDynamic, line }) => [name, isDynamic, line])).toEqual([
    ['[...path]', true, undefined],
    ['routes/[from]-[to]', true, 2],
    ['routes', false, undefined],
  ]);
});

test('the digest is of names and contents', () => {
  const digest = (files: Record<string, string>) => themeOf(files).theme?.digest;
  expect(digest({ 'a.css': 'x' })).toBe(digest({ 'a.css': 'x' }));
  expect(digest({ 'a.css': 'x' })).not.toBe(digest({ 'a.css': 'y' }));
  expect(digest({ 'a.css': 'x' })).not.toBe(digest({ 'b.css': 'x' }));
});

test('a script is found in a component and in what it uses', () => {
  const { theme } = themeOf({
    'components/Plain.astro': "---\nimport Part from './parts/Part.astro';\n---\n<Part />",
    'components/Deep.astro': "---\nimport Part from './parts/Moving.astro';\n---\n<Part />",
    'components/Own.astro': '<p>x</p><script>1</script>',
    'components/parts/Part.astro': "---\nimport Plain from '../Plain.astro';\n---\n<p>x</p>",
    'components/parts/Moving.astro': '<script>1</script>',
  });
  expect(theme?.components.map(({ name, hasScript }) => [name, hasScript])).toEqual([
    ['Deep', true],
    ['Own', true],
    ['Plain', false],
  ]);
});

test.each<[string, string, string, unknown[]]>([
  [
    'a page in an address of ours',
    'pages/archive.astro',
    page,
    ['reserved-address', { address: 'archive' }],
  ],
  [
    'a page in the place of a standing page',
    'pages/about.astro',
    page,
    ['reserved-address', { address: 'about' }],
  ],
  [
    'a page with a name that is no address',
    'pages/Статистика.astro',
    page,
    ['theme-page-name', { name: 'Статистика' }],
  ],
  [
    'a page with half a parameter in its name',
    'pages/[id.astro',
    page,
    ['theme-page-name', { name: '[id' }],
  ],
  [
    'a page below an address of ours',
    'pages/news/[id].astro',
    page,
    ['reserved-address', { address: 'news/[id]' }],
  ],
  ['a home page', 'pages/index.astro', page, ['reserved-address', { address: 'index' }]],
  ['a page in MDX', 'pages/a.mdx', '# a', ['theme-page-file', { name: 'a.mdx' }]],
  ['an endpoint', 'pages/a/b.json.ts', '', ['theme-page-file', { name: 'a/b.json.ts' }]],
  [
    'a page without a title',
    'pages/a.astro',
    '<p>x</p>',
    ['theme-page-title', { example: "export const title = { kk: '…', ru: '…' };" }],
  ],
  [
    'a page with a title in one language',
    'pages/a.astro',
    "---\nexport const title = { kk: 'А' };\n---\n",
    ['theme-page-title', { example: "export const title = { kk: '…', ru: '…' };" }],
  ],
  [
    'a component in small letters',
    'components/map.astro',
    '',
    ['theme-component-name', { name: 'map' }],
  ],
  [
    'a component of Astro’s name',
    'components/Fragment.astro',
    '',
    ['theme-component-name', { name: 'Fragment' }],
  ],
])('%s is refused', (_, file, text, [id, params]) =>
  expect(themeOf({ [file]: text }).found).toEqual([[id, `../theme/${file}`, params]]),
);
